package io.leverage.benchmarks.kernel;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * Runs the compilations of one kernel in turns, in one JVM.
 *
 * <p>What else the machine does hits all of them alike, and each sample is compared with the plain
 * one of its own round only. A sample is the CPU time of the thread: without that of the garbage
 * collector and the just-in-time compiler.
 */
public final class Sampler {
  private static final long SETTLED = 300_000_000L;
  private static final int PATIENCE = 6;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final CompilationMXBean jit = ManagementFactory.getCompilationMXBean();
  private final Map<Compilation, Callable<?>> tasks;
  private final Random random;

  /** Creates a sampler; the seed decides who goes first in a round. */
  public Sampler(Map<Compilation, Callable<?>> tasks, long seed) {
    this.tasks = new EnumMap<>(tasks);
    this.random = new Random(seed);
  }

  /**
   * Warms up, until the time is over and the just-in-time compiler has been quiet for a while, but
   * no longer than six times as long.
   */
  public void warmUp(long nanos) throws Exception {
    long start = threads.getCurrentThreadCpuTime();
    long compiled = jit.getTotalCompilationTime();
    long changed = start;
    long now = start;
    while (now - start < nanos || (now - changed < SETTLED && now - start < PATIENCE * nanos)) {
      round();
      now = threads.getCurrentThreadCpuTime();
      if (jit.getTotalCompilationTime() != compiled) {
        compiled = jit.getTotalCompilationTime();
        changed = now;
      }
    }
  }

  /** Measures rounds for a time; at least five. */
  public List<Map<Compilation, Long>> measure(long nanos) throws Exception {
    List<Map<Compilation, Long>> rounds = new ArrayList<>();
    long start = threads.getCurrentThreadCpuTime();
    while (rounds.size() < 5 || threads.getCurrentThreadCpuTime() - start < nanos) {
      rounds.add(round());
    }
    return rounds;
  }

  private Map<Compilation, Long> round() throws Exception {
    List<Compilation> order = new ArrayList<>(tasks.keySet());
    java.util.Collections.rotate(order, random.nextInt(order.size()));
    Map<Compilation, Long> times = new EnumMap<>(Compilation.class);
    Object result = null;
    for (Compilation compilation : order) {
      Callable<?> task = tasks.get(compilation);
      long before = threads.getCurrentThreadCpuTime();
      Object value = task == null ? null : task.call();
      times.put(compilation, threads.getCurrentThreadCpuTime() - before);
      if (value == null || (result != null && !result.equals(value))) {
        throw new IllegalStateException(compilation + " gives " + value + " instead of " + result);
      }
      result = value;
    }
    return times;
  }
}
