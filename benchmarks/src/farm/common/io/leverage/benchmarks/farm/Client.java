package io.leverage.benchmarks.farm;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** What the program of each system does: the same calls of an {@link ExecutorService}. */
final class Client {
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

  private final ExecutorService grid;
  private long seed;

  private record Sent(long seed, Future<Long> result) {
    int wrong() throws Exception {
      return result.get() == Hashing.hash(seed) ? 0 : 1;
    }
  }

  Client(ExecutorService grid) {
    this.grid = grid;
  }

  /** Waits until a grid has all its processes. */
  static void await(int processes, IntSupplier present) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (present.getAsInt() < processes) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "only " + present.getAsInt() + " of " + processes + " processes have come");
      }
      Thread.sleep(50);
    }
  }

  /**
   * Does what it is told, a line each: how many tasks, and how many may be on their way, or 0 for
   * all in one {@code invokeAll}. Answers how long it took, and how many results were wrong.
   */
  void serve() throws Exception {
    System.out.println("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      int tasks = Integer.parseInt(words[0]);
      int window = Integer.parseInt(words[1]);
      long began = System.nanoTime();
      int wrong = window == 0 ? invokeAll(tasks) : submit(tasks, window);
      System.out.println("took " + (System.nanoTime() - began) + " wrong " + wrong);
    }
  }

  private int submit(int tasks, int window) throws Exception {
    Queue<Sent> sent = new ArrayDeque<>();
    int wrong = 0;
    for (int i = 0; i < tasks; i++) {
      if (sent.size() == window) {
        wrong += sent.remove().wrong();
      }
      long next = seed++;
      sent.add(new Sent(next, grid.submit(new Hashing(next))));
    }
    while (!sent.isEmpty()) {
      wrong += sent.remove().wrong();
    }
    return wrong;
  }

  private int invokeAll(int tasks) throws Exception {
    List<Hashing> all = new ArrayList<>();
    long first = seed;
    for (int i = 0; i < tasks; i++) {
      all.add(new Hashing(seed++));
    }
    int wrong = 0;
    for (Future<Long> result : grid.invokeAll(all)) {
      wrong += new Sent(first++, result).wrong();
    }
    return wrong;
  }
}
