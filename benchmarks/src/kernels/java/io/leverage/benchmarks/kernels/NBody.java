package io.leverage.benchmarks.kernels;

/** Five heavy bodies that attract each other, moved by small steps. */
public final class NBody extends Kernel {
  private static final int STEPS = 40_000;

  private static final class Body {
    private double x;
    private double y;
    private double z;
    private double vx;
    private double vy;
    private double vz;
    private final double mass;

    Body(double distance, double angle, double mass) {
      this.x = distance * Math.cos(angle);
      this.y = distance * Math.sin(angle);
      this.z = distance * 0.1;
      double speed = distance == 0 ? 0 : Math.sqrt(39.5 / distance);
      this.vx = -speed * Math.sin(angle);
      this.vy = speed * Math.cos(angle);
      this.mass = mass;
    }

    void push(double dx, double dy, double dz, double by) {
      vx += dx * by;
      vy += dy * by;
      vz += dz * by;
    }

    void move(double time) {
      x += time * vx;
      y += time * vy;
      z += time * vz;
    }
  }

  @Override
  public long expected() {
    return 8911119L;
  }

  @Override
  public Long call() {
    Body[] bodies = {
      new Body(0, 0, 39.5),
      new Body(5.2, 1, 0.038),
      new Body(9.5, 2, 0.011),
      new Body(19.2, 3, 0.0017),
      new Body(30.1, 4, 0.002)
    };
    for (int step = 0; step < STEPS; step++) {
      advance(bodies, 0.001);
    }
    double checksum = 0;
    for (Body body : bodies) {
      checksum += Math.abs(body.x) + Math.abs(body.y) + Math.abs(body.z);
    }
    return Math.round(checksum * 100_000);
  }

  private static void advance(Body[] bodies, double time) {
    for (int i = 0; i < bodies.length; i++) {
      Body a = bodies[i];
      for (int j = i + 1; j < bodies.length; j++) {
        Body b = bodies[j];
        double dx = a.x - b.x;
        double dy = a.y - b.y;
        double dz = a.z - b.z;
        double square = dx * dx + dy * dy + dz * dz;
        double pull = time / (square * Math.sqrt(square));
        a.push(dx, dy, dz, -b.mass * pull);
        b.push(dx, dy, dz, a.mass * pull);
      }
    }
    for (Body body : bodies) {
      body.move(time);
    }
  }
}
