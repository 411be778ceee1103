package io.leverage.peer.internal.store;

import io.leverage.peer.internal.mesh.Patience;
import java.time.Duration;
import java.util.Optional;

/**
 * How the state is kept.
 *
 * @param copies on how many peers each value is kept
 * @param callTimeout how long one attempt to read or write may take; longer than it takes to notice
 *     a frozen peer
 * @param attempts how often reading or writing is tried before giving up
 * @param strict whether the smaller side of a split mesh waits for the larger one, though it has
 *     all values
 * @param later tells which of two values of one key is the later, where the sides of a split mesh
 *     can't be told apart
 * @param groups says which keys are kept together
 */
public record StoreOptions(
    int copies, Duration callTimeout, int attempts, boolean strict, Later later, Groups groups) {
  /** Orders the values that one key had. */
  @FunctionalInterface
  public interface Later {
    /** Compares two values of a key: positive if the first is the later one, 0 if unknown. */
    int compare(String key, byte[] first, byte[] second);
  }

  /** Keeps keys together, so that to list some of them is to ask one peer, not all. */
  @FunctionalInterface
  public interface Groups {
    /**
     * Finds the group of a key, or of all keys with a prefix. The same on all peers.
     *
     * @return the prefix that all keys of the group have; empty if the key has no group, or the
     *     prefix is of keys in several
     */
    Optional<String> groupOf(String keyOrPrefix);
  }

  /** As many copies as that, and patience as by default. */
  public static StoreOptions withCopies(int copies) {
    return new StoreOptions(
        copies,
        Patience.of(Duration.ofSeconds(12)),
        5,
        false,
        (key, first, second) -> 0,
        keyOrPrefix -> Optional.empty());
  }

  /** The options with what orders the values of a key. */
  public StoreOptions withLater(Later newLater) {
    return new StoreOptions(copies, callTimeout, attempts, strict, newLater, groups);
  }

  /** The options with what is kept together. */
  public StoreOptions withGroups(Groups newGroups) {
    return new StoreOptions(copies, callTimeout, attempts, strict, later, newGroups);
  }

  /** The options of a mesh whose smaller side waits. */
  public StoreOptions withStrict(boolean newStrict) {
    return new StoreOptions(copies, callTimeout, attempts, newStrict, later, groups);
  }

  /** Two copies, and patience for somewhat more than the detection of a frozen peer. */
  public static StoreOptions ofDefaults() {
    return withCopies(2);
  }
}
