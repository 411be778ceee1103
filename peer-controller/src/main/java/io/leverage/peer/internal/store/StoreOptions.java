package io.leverage.peer.internal.store;

import java.time.Duration;

/**
 * How the state is kept.
 *
 * @param copies on how many peers each value is kept
 * @param callTimeout how long one attempt to read or write may take; longer than it takes to notice
 *     a frozen peer
 * @param attempts how often reading or writing is tried before giving up
 */
public record StoreOptions(int copies, Duration callTimeout, int attempts) {
  /** As many copies as that, and patience as by default. */
  public static StoreOptions withCopies(int copies) {
    return new StoreOptions(copies, Duration.ofSeconds(12), 5);
  }

  /** Two copies, and patience for somewhat more than the detection of a frozen peer. */
  public static StoreOptions ofDefaults() {
    return withCopies(2);
  }
}
