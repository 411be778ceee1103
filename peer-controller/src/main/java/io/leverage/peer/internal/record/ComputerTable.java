package io.leverage.peer.internal.record;

import io.leverage.RefusedException;
import io.leverage.peer.internal.store.StateStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** All virtual computers' records. A record changes only here, by compare-and-set. */
public final class ComputerTable {
  private static final long RECENT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int MOST_SEEN = 1000;

  private record Seen(ComputerRecord record, long revision, long at) {}

  private final StateStore store;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final SecureRandom nonces = new SecureRandom();

  /** Creates a view of the store. */
  public ComputerTable(StateStore store) {
    this.store = store;
  }

  /** Adds a virtual computer; false if its id is taken. */
  public boolean add(String computer, ComputerRecord first) {
    byte[] bytes = first.write(null, nonces.nextLong());
    boolean added = store.compareAndSet(StoreKeys.computer(computer), null, bytes);
    if (added) {
      saw(computer, first, bytes);
    }
    return added;
  }

  /** Reads a virtual computer's record. */
  public Optional<ComputerRecord> find(String computer) {
    byte[] bytes = store.get(StoreKeys.computer(computer));
    if (bytes == null) {
      seen.remove(computer);
      return Optional.empty();
    }
    ComputerRecord record = ComputerRecord.read(bytes);
    saw(computer, record, bytes);
    return Optional.of(record);
  }

  /**
   * Gets a virtual computer's record as it was not more than a second ago, or as it was last
   * changed or read here if that is later. For choices that need not be right.
   */
  public Optional<ComputerRecord> recent(String computer) {
    Seen last = seen.get(computer);
    return last != null && System.nanoTime() - last.at() < RECENT_NANOS
        ? Optional.of(last.record())
        : find(computer);
  }

  /** Forgets what {@link #recent} knows: peers came or went. */
  public void meshChanged() {
    seen.clear();
  }

  private void saw(String computer, ComputerRecord record, byte[] bytes) {
    Seen now = new Seen(record, Revision.of(bytes), System.nanoTime());
    if (seen.size() >= MOST_SEEN) {
      seen.clear();
    }
    seen.merge(computer, now, (one, other) -> one.revision() > other.revision() ? one : other);
  }

  /** Reads a virtual computer's record; empty if it is closed, too. */
  public Optional<ComputerRecord> findOpen(String computer) {
    return find(computer).filter(record -> !record.closed());
  }

  /**
   * Reads the record of a virtual computer that is open.
   *
   * @throws RefusedException if there is none
   */
  public ComputerRecord require(String computer) {
    ComputerRecord found = find(computer).orElseThrow(() -> unknown(computer));
    if (found.closed()) {
      throw new RefusedException(
          "the virtual computer " + computer + " was closed: open a new one");
    }
    return found;
  }

  /**
   * Changes a record.
   *
   * @param change gets the present record and returns the next one, or the same to leave it; may be
   *     called several times
   * @return the record as it then was
   * @throws RefusedException if there is none
   */
  public ComputerRecord change(String computer, UnaryOperator<ComputerRecord> change) {
    String key = StoreKeys.computer(computer);
    while (true) {
      byte[] present = store.get(key);
      if (present == null) {
        throw unknown(computer);
      }
      ComputerRecord before = ComputerRecord.read(present);
      ComputerRecord after = change.apply(before);
      byte[] update = after.equals(before) ? present : after.write(present, nonces.nextLong());
      if (update == present || store.compareAndSet(key, present, update)) {
        saw(computer, after, update);
        return after;
      }
    }
  }

  /** Lists the ids of all virtual computers. Costs a scan. */
  public List<String> list() {
    int prefix = StoreKeys.computers().length();
    return store.keys(StoreKeys.computers()).stream().map(key -> key.substring(prefix)).toList();
  }

  /** Removes all that a virtual computer has in the store, its record last. Costs scans. */
  public void erase(String computer) {
    for (String prefix : StoreKeys.belongings(computer)) {
      store.keys(prefix).forEach(store::remove);
    }
    store.remove(StoreKeys.computer(computer));
    seen.remove(computer);
  }

  private RefusedException unknown(String computer) {
    List<String> known = list();
    return new RefusedException(
        "no virtual computer has the id "
            + computer
            + (known.isEmpty() ? "; none is open" : "; those there are: " + known));
  }
}
