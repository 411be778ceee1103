package io.leverage.peer.internal.mesh;

import java.time.Duration;

/**
 * How much longer than usual a peer waits for others before it takes them for dead, for machines so
 * loaded that living peers are silent for seconds, and how much less it tells them of its own load:
 * {@code -Dleverage.mesh.patience}, the same on all peers.
 */
public final class Patience {
  private static final int TIMES = Math.max(1, Integer.getInteger("leverage.mesh.patience", 1));

  private Patience() {}

  /** Gets how long to wait, given how long is usual. */
  public static Duration of(Duration usual) {
    return usual.multipliedBy(TIMES);
  }

  static long millis(long usual) {
    return usual * TIMES;
  }
}
