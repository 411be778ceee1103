package program;

import io.leverage.VirtualThread;
import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import java.util.concurrent.Callable;

/** Computes a number, tells it to an auditor half-way, and goes on. */
public final class Clerk implements Callable<Long>, MobileTask {
  private static final int STEPS = 10_000;

  private final String auditor;
  private final long seed;

  public Clerk(String auditor, long seed) {
    this.auditor = auditor;
    this.seed = seed;
  }

  /** What it tells the auditor. */
  public long half() {
    return compute(Continuation.PINNED, 0, STEPS / 2, seed);
  }

  /** What it returns, without an auditor. */
  @Override
  public Long call() {
    return compute(Continuation.PINNED, STEPS / 2, STEPS, half());
  }

  @Override
  public Object runMobile(Continuation c) {
    return run(c, 0, seed);
  }

  private long run(Continuation c, int from, long begun) {
    long half = compute(c, from, STEPS / 2, begun);
    VirtualThread.current().send(auditor, half);
    return compute(c, STEPS / 2, STEPS, half);
  }

  private long compute(Continuation c, int from, int to, long begun) {
    long value = begun;
    for (int i = from; i < to; i++) {
      if (c.poll && c.slow()) {
        throw c.save(new ClerkFrame(this, i, value));
      }
      value = value * 6_364_136_223_846_793_005L + i;
    }
    return value;
  }

  static final class ClerkFrame extends HandWritten {
    private final Clerk self;
    private final int i;
    private final long value;

    ClerkFrame(Clerk self, int i, long value) {
      this.self = self;
      this.i = i;
      this.value = value;
    }

    @Override
    protected Object resumeAny(Continuation c) {
      return i < STEPS / 2 ? self.run(c, i, value) : self.compute(c, i, STEPS, value);
    }
  }
}
