package io.leverage.peer.internal.work;

import java.time.Duration;

/**
 * How a worker paces itself. Each can be set by the system property {@code leverage.worker.NAME},
 * times in milliseconds.
 *
 * @param share the part of run time that automatic checkpoints may take
 * @param minInterval the shortest time between automatic checkpoints, in nanoseconds, as all times
 * @param maxInterval the longest time between automatic checkpoints
 * @param effectDelay how long effects gather before a checkpoint is made for them
 * @param hintGrace a hint this soon after a checkpoint is passed over
 * @param slice how long a thread runs while others queue
 * @param freezeTimeout how long a freeze waits for a safepoint
 * @param retryDelay between attempts at a request that failed
 * @param refusals a thread whose effects wait fails after so many checkpoints that its state
 *     refused
 * @param stackBytes of a carrier; reserved, not used up
 * @param outboxBytes the most that may wait for a commit
 * @param mailboxMessages no more are fetched while so many wait
 * @param threadsInMemory when there are more, those that wait for messages keep only their
 *     checkpoints in memory
 */
public record WorkerSettings(
    double share,
    long minInterval,
    long maxInterval,
    long effectDelay,
    long hintGrace,
    long slice,
    long freezeTimeout,
    long retryDelay,
    int refusals,
    long stackBytes,
    long outboxBytes,
    int mailboxMessages,
    int threadsInMemory) {

  /** Gets the defaults, or what the system properties say. */
  public static WorkerSettings defaults() {
    return new WorkerSettings(
        Double.parseDouble(System.getProperty("leverage.worker.share", "0.01")),
        millis("minInterval", 200),
        millis("maxInterval", 10_000),
        millis("effectDelay", 3),
        millis("hintGrace", 3),
        millis("slice", 50),
        millis("freezeTimeout", 10_000),
        millis("retryDelay", 200),
        Integer.getInteger("leverage.worker.refusals", 8),
        Long.getLong("leverage.worker.stackBytes", 256L << 20),
        Long.getLong("leverage.worker.outboxBytes", 256L << 20),
        Integer.getInteger("leverage.worker.mailboxMessages", 10_000),
        Integer.getInteger("leverage.worker.threadsInMemory", 10_000));
  }

  private static long millis(String name, long millis) {
    return Duration.ofMillis(Long.getLong("leverage.worker." + name, millis)).toNanos();
  }
}
