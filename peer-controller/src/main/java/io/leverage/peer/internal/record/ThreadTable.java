package io.leverage.peer.internal.record;

import io.leverage.RefusedException;
import io.leverage.peer.internal.store.StateStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All threads' records. A record changes only here, by compare-and-set, and the change is told to a
 * listener.
 */
public final class ThreadTable {
  private static final int MOST_NAMED = 20;

  /** A record as it was read or written, with the very bytes that a change of it expects. */
  public static final class Known {
    private final ThreadRecord record;
    private final byte[] bytes;

    private Known(ThreadRecord record, byte[] bytes) {
      this.record = record;
      this.bytes = bytes;
    }

    /** Takes the bytes of a record that another peer knows. */
    public static Known of(byte[] bytes) {
      return new Known(ThreadRecordFormat.read(bytes), bytes);
    }

    /** Gets the record. */
    public ThreadRecord record() {
      return record;
    }

    /** Gets the bytes that it has in the store, for {@link #of}. */
    public byte[] bytes() {
      return bytes;
    }
  }

  /** Hears of the changes that are made through a table. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A record was changed.
     *
     * @param before null if the thread is new
     */
    void changed(String thread, @Nullable ThreadRecord before, ThreadRecord after);
  }

  private final StateStore store;
  private final Listener listener;
  private final SecureRandom nonces = new SecureRandom();

  /** Creates a view of the store. */
  public ThreadTable(StateStore store) {
    this(store, (thread, before, after) -> {});
  }

  /**
   * Creates a view of the store.
   *
   * @param listener hears of each change that is made through this view; must not block
   */
  public ThreadTable(StateStore store, Listener listener) {
    this.store = store;
    this.listener = listener;
  }

  /** As {@link StateStore#inOneHistory}. */
  public <T> T inOneHistory(Supplier<T> steps) {
    return store.inOneHistory(steps);
  }

  /** Adds a thread; false if its name is taken. */
  public boolean add(String thread, ThreadRecord first) {
    boolean added =
        store.compareAndSet(
            StoreKeys.thread(thread),
            null,
            ThreadRecordFormat.write(first, null, nonces.nextLong()));
    if (added) {
      listener.changed(thread, null, first);
    }
    return added;
  }

  /** Reads a thread's record. */
  public Optional<ThreadRecord> find(String thread) {
    return know(thread).map(Known::record);
  }

  /** Reads a thread's record, to change it later. */
  public Optional<Known> know(String thread) {
    return Optional.ofNullable(store.get(StoreKeys.thread(thread))).map(Known::of);
  }

  /**
   * Reads a thread's record.
   *
   * @throws RefusedException if there is none; the message lists those there are
   */
  public ThreadRecord require(String thread) {
    return find(thread).orElseThrow(() -> unknown(thread));
  }

  /**
   * Changes a record.
   *
   * @param change gets the present record and returns the next one, or the same to leave it; may be
   *     called several times
   * @return the record as it then was; empty if there is none
   * @throws io.leverage.UnreachableException if it is unknown whether the change took effect
   */
  public Optional<ThreadRecord> change(String thread, UnaryOperator<ThreadRecord> change) {
    return know(thread).flatMap(known -> change(thread, known, change)).map(Known::record);
  }

  /**
   * Changes a record that the caller knows: if nobody has changed it since, without reading it.
   *
   * @param known the record as the caller last read or wrote it
   * @param change as for {@link #change(String, UnaryOperator)}
   * @return the record as it then was; empty if there is none
   * @throws io.leverage.UnreachableException if it is unknown whether the change took effect
   */
  public Optional<Known> change(String thread, Known known, UnaryOperator<ThreadRecord> change) {
    Known before = known;
    while (true) {
      ThreadRecord after = change.apply(before.record);
      byte[] update =
          after.equals(before.record)
              ? before.bytes
              : ThreadRecordFormat.write(after, before.bytes, nonces.nextLong());
      if (update == before.bytes
          || store.compareAndSet(StoreKeys.thread(thread), before.bytes, update)) {
        if (!after.equals(before.record)) {
          listener.changed(thread, before.record, after);
        }
        return Optional.of(new Known(after, update));
      }
      Optional<Known> present = know(thread);
      if (present.isEmpty()) {
        return present;
      }
      before = present.get();
    }
  }

  /** Lists the threads of a virtual computer; of all, if empty. Costs a scan. */
  public List<String> list(String computer) {
    return store.keys(StoreKeys.threads(computer)).stream().map(StoreKeys::threadOf).toList();
  }

  private RefusedException unknown(String thread) {
    String computer = ThreadId.parse(thread).computer();
    List<String> known = new ArrayList<>(list(computer));
    String what = "no virtual thread has the id " + thread + "; ";
    if (known.isEmpty()) {
      List<String> all = list("");
      return new RefusedException(
          what
              + computer
              + " has no threads; "
              + (all.isEmpty() ? "nor has any other" : "those of others: " + some(all)));
    }
    return new RefusedException(what + "the threads of " + computer + " are: " + some(known));
  }

  private static String some(List<String> names) {
    return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
        + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
  }
}
