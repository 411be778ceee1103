package io.leverage.faults.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Many faults, one after the other, while a program runs; after every few of them everything that
 * it did must add up. Several meshes may live at once, each with faults of its own, as much of the
 * time of each is spent waiting.
 *
 * <p>Which faults hit whom comes from the seed; what happens at the moment when they hit does not.
 */
public final class Campaign {
  /**
   * What to do.
   *
   * @param seed decides which faults hit whom
   * @param count how many faults to inject, in all
   * @param meshes how many meshes live at once; each gets its share of the faults
   * @param peers the size of each mesh
   * @param pause for how long the program's threads rest between what they do
   * @param kinds which faults to choose from, by their names; empty for all that can be injected
   * @param folder for the files of the peers
   * @param loopback whether to do without namespaces, even as root
   */
  public record Settings(
      long seed,
      int count,
      int meshes,
      int peers,
      Duration pause,
      Set<String> kinds,
      Path folder,
      boolean loopback) {
    /** Checks the settings. */
    public Settings {
      if (meshes < 1) {
        throw new IllegalArgumentException("a campaign needs at least 1 mesh: " + meshes);
      }
      if (pause.toMillis() < 1) {
        throw new IllegalArgumentException("a pause is at least 1 ms: " + pause);
      }
    }
  }

  private final Settings settings;
  private final Consumer<String> print;

  /** Prepares a campaign; what it does is printed. */
  public Campaign(Settings settings, Consumer<String> print) {
    this.settings = settings;
    this.print = print;
  }

  /** Runs it. */
  public Tally run() {
    boolean root = !settings.loopback() && Namespaces.canBeMade();
    if (!root) {
      print.accept(
          "NOT INJECTED: cut cables, splits, one-way loss, slow links and full disks need root, and"
              + " 'ip' to make network namespaces");
    }
    if (!FakeClock.exists()) {
      print.accept("NOT INJECTED: clocks that jump need libfaketime, which is not installed");
    }
    Path jar = ProgramJar.make("Workload", settings.folder());
    Jvm jvm = Jvm.prepare(settings.folder());
    Tally tally = new Tally();
    List<Callable<Object>> lanes = new ArrayList<>();
    for (int lane = 0; lane < settings.meshes(); lane++) {
      lanes.add(Executors.callable(new Lane(settings, lane, root, jvm, jar, tally, print)));
    }
    runAll(lanes);
    return tally;
  }

  private static void runAll(List<Callable<Object>> lanes) {
    ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
    try {
      for (Future<Object> lane : threads.invokeAll(lanes)) {
        lane.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the campaign itself has failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the campaign was interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
