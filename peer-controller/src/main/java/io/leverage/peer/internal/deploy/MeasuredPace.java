package io.leverage.peer.internal.deploy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * How fast this peer is, by measurement: what a processor gets done in a second of processor time,
 * times the share of one that a running thread gets here.
 *
 * <p>The first factor comes from a short, fixed piece of work, done when the peer starts and again
 * when it is idle. The share comes from the same work while the peer is idle, and from the running
 * threads themselves while there are some: so a peer whose machine is busy with other things, or
 * limited to a part of a processor, is known to be slow, without any load of ours.
 */
public final class MeasuredPace implements Pace {
  /** Long enough to see through a limit that is enforced in periods of 100 ms. */
  private static final long MEASURE_NANOS = 300_000_000L;

  private static final long AGAIN_NANOS = 120_000_000_000L;

  /** How much a new share counts next to those before. */
  private static final double NEW = 0.3;

  /** What a thread gets that has a processor for itself; measurements are never quite 1. */
  private static final double FULL = 0.9;

  /** Rounds per nanosecond of an ordinary processor, by definition. */
  private static final double ORDINARY = 0.2;

  private static final int ROUNDS = 20_000;
  private static final int WARM_UP = 100;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final LongSupplier nanos;
  private final Work work;
  private volatile double rate;
  private volatile double share = 1;
  private volatile long measuredAt;
  private volatile boolean busy;

  /** Does some rounds of work. */
  @FunctionalInterface
  interface Work {
    long rounds(int count, long seed);
  }

  /** Creates the pace of this machine; it is unknown until it is {@link #measure measured}. */
  public MeasuredPace() {
    this(System::nanoTime, MeasuredPace::rounds);
  }

  MeasuredPace(LongSupplier nanos, Work work) {
    this.nanos = nanos;
    this.work = work;
  }

  @Override
  public double speed() {
    return rate * share;
  }

  @Override
  public boolean saturated() {
    return busy && share < FULL;
  }

  @Override
  public synchronized void observed(double got, int runnable) {
    busy = runnable > 0;
    if (got >= 0) {
      share += NEW * (got - share);
    }
  }

  /** Measures again if there was nothing to do for long. Takes a third of a second then. */
  public void measureIfIdle() {
    if (!busy && nanos.getAsLong() - measuredAt > AGAIN_NANOS) {
      measure();
    }
  }

  /** Measures, with the calling thread. */
  public void measure() {
    long sink = 0;
    for (int i = 0; i < WARM_UP; i++) {
      sink += work.rounds(ROUNDS, i);
    }
    long processorBefore = threads.getCurrentThreadCpuTime();
    long began = nanos.getAsLong();
    long rounds = 0;
    long passed;
    do {
      sink += work.rounds(ROUNDS, sink);
      rounds += ROUNDS;
      passed = nanos.getAsLong() - began;
    } while (passed < MEASURE_NANOS);
    long processor = Math.max(1, threads.getCurrentThreadCpuTime() - processorBefore);
    rate = rounds / (double) processor / ORDINARY + (sink == 42 ? 1e-12 : 0); // lest it be removed
    if (!busy) {
      share = Math.min(1, processor / (double) passed);
    }
    measuredAt = nanos.getAsLong();
  }

  /** Arithmetic, branches and reads of memory, in about the mix of ordinary programs. */
  private static long rounds(int count, long seed) {
    int[] table = new int[1024];
    long state = seed | 1;
    for (int i = 0; i < count; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      int at = (int) (state >>> 54);
      if (table[at] < table[(at + 1) & 1023]) {
        table[at] += (int) (state >>> 40);
      } else {
        table[at] ^= i;
      }
    }
    return state + table[(int) (state >>> 54)];
  }
}
