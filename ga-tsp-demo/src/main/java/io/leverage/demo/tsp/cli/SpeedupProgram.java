package io.leverage.demo.tsp.cli;

import io.leverage.GlobalVariable;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import io.leverage.demo.tsp.Cities;
import io.leverage.demo.tsp.Instances;
import io.leverage.demo.tsp.Tour;
import io.leverage.demo.tsp.TsplibException;
import io.leverage.demo.tsp.experiment.Pool;
import io.leverage.demo.tsp.experiment.Problem;
import io.leverage.demo.tsp.experiment.SharedIsland;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The distributed program of the evaluation. Its arguments are the number of generations, of
 * machines, and of islands; it prints how many seconds all took, from its first line on. With more
 * islands than machines, one computes while another one waits for a global variable.
 */
public final class SpeedupProgram {
  private static final long INTERBREEDINGS = 50;
  private static final long SHARES = 2000;
  private static final long LOOK_MILLIS = 5;
  private static final long PATIENCE_MINUTES = 5;

  private SpeedupProgram() {}

  /** Runs it. */
  public static void main(String[] args) throws TsplibException, InterruptedException {
    long began = System.nanoTime();
    long generations = Long.parseLong(args[0]);
    int machines = Integer.parseInt(args[1]);
    int islands = Integer.parseInt(args[2]);
    Cities cities = Instances.find(Problem.INSTANCE);
    Problem problem =
        new Problem(generations, Math.max(1, generations / machines / INTERBREEDINGS), 1);
    try (VirtualComputer computer = VirtualComputer.builder().workers(machines).open()) {
      GlobalVariable<Pool> pool =
          computer.global("pool", Pool.of(generations, islands, Math.max(1, generations / SHARES)));
      GlobalVariable<Tour> best = computer.global("best", Tour.LONGEST);
      awaitWorkers(computer, machines); // each is to have islands
      double enrolled = (System.nanoTime() - began) / 1e9;
      List<VirtualThread<Long>> threads = new ArrayList<>();
      for (int i = 0; i < islands; i++) {
        threads.add(
            computer.start("island-" + i, new SharedIsland(cities, problem, i, pool, best)));
      }
      List<Long> evolved = new ArrayList<>();
      for (VirtualThread<Long> thread : threads) {
        evolved.add(thread.result());
      }
      System.out.println(
          "speedup "
              + (System.nanoTime() - began) / 1e9
              + " s, enrolled after "
              + enrolled
              + " s, length "
              + best.get().length()
              + ", generations "
              + evolved);
    }
  }

  private static void awaitWorkers(VirtualComputer computer, int machines)
      throws InterruptedException {
    CountDownLatch enrolled = new CountDownLatch(1);
    ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    try {
      var unused =
          looks.scheduleWithFixedDelay(
              () -> {
                if (computer.workers() >= machines) {
                  enrolled.countDown();
                }
              },
              0,
              LOOK_MILLIS,
              TimeUnit.MILLISECONDS);
      if (!enrolled.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException(
            "only "
                + computer.workers()
                + " of "
                + machines
                + " machines work after "
                + PATIENCE_MINUTES
                + " minutes: see what 'leverage logs' says of the others");
      }
    } finally {
      looks.shutdownNow();
    }
  }
}
