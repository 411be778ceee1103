package io.leverage.peer.internal.work;

/**
 * When a virtual thread's next automatic checkpoint is due: so rarely that checkpoints take at most
 * their share of the run time, within the settings' bounds. Time is an argument, in nanoseconds.
 */
final class Cadence {
  private static final int MAX_BACKOFF = 6;
  private static final long MOST_COMMIT = 20_000_000L;

  private final WorkerSettings settings;
  private long cost;
  private long commitCost;
  private volatile long nextAt;
  private long lastAt;
  private int refusals;

  Cadence(WorkerSettings settings, long now) {
    this.settings = settings;
    this.nextAt = now + settings.minInterval();
    this.lastAt = now - settings.maxInterval();
  }

  /** Records a checkpoint and what capturing and serialising it took. */
  void made(long now, long took) {
    cost = cost == 0 ? took : (3 * cost + took) / 4;
    lastAt = now;
    refusals = 0;
    nextAt = now + interval();
  }

  /**
   * Records that the checkpoint made last was stored. That costs the peers that store it about as
   * much processor time as it takes, unless it was waiting for something else.
   */
  void stored(long now) {
    long took = Math.min(now - lastAt, MOST_COMMIT);
    commitCost = commitCost == 0 ? took : (3 * commitCost + took) / 4;
    nextAt = lastAt + interval();
  }

  /** Records a checkpoint that the state refused: the next attempts wait longer and longer. */
  void refused(long now) {
    refusals++;
    nextAt = now + (interval() << Math.min(refusals, MAX_BACKOFF));
  }

  private long interval() {
    double bounded =
        Math.max((double) settings.minInterval(), (cost + commitCost) / settings.share());
    return (long) Math.min((double) settings.maxInterval(), bounded);
  }

  /** Counts the refusals since the last checkpoint. */
  int refusals() {
    return refusals;
  }

  boolean due(long now) {
    return now - nextAt >= 0;
  }

  /** Tells whether effects that wait since then should get their checkpoint now. */
  boolean effectsDue(long now, long since) {
    boolean waited = now - since >= Math.max(settings.effectDelay(), 4 * cost);
    return waited && !isBackingOff(now);
  }

  /** Tells whether the state refused a checkpoint lately, so that another try should wait. */
  boolean isBackingOff(long now) {
    return refusals > 0 && !due(now);
  }

  /** Tells whether a hint is to be passed over: a checkpoint was made or refused just now. */
  boolean passesHint(long now) {
    return now - lastAt < settings.hintGrace() || isBackingOff(now);
  }
}
