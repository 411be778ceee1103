package io.leverage.peer.internal.work;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The virtual threads of a worker. Few of them are in memory with their stacks: when there are
 * more, those that wait for messages are parked.
 */
final class Incarnations {
  /** Larger images are no smaller than the stacks that they are made of. */
  private static final int LARGEST_PARKED = 4096;

  private final int mostInMemory;
  private final Map<String, Incarnation> all = new ConcurrentHashMap<>();
  private final AtomicInteger inMemory = new AtomicInteger();
  private Iterator<Map.Entry<String, Incarnation>> round = Collections.emptyIterator();

  /**
   * Creates an empty one.
   *
   * @param mostInMemory how many threads may be in memory before threads that wait are parked
   */
  Incarnations(int mostInMemory) {
    this.mostInMemory = mostInMemory;
  }

  /** Tells whether threads that wait should be parked. */
  boolean isCrowded() {
    return inMemory.get() > mostInMemory;
  }

  @Nullable Incarnation get(String thread) {
    return all.get(thread);
  }

  /** Gets a thread that is in memory; null if there is none, or it is parked. */
  @Nullable VirtualThreadRun running(String thread) {
    return all.get(thread) instanceof VirtualThreadRun run ? run : null;
  }

  /**
   * Adds an incarnation, unless there is one that is as new.
   *
   * @return the one that there is then
   */
  Incarnation add(String thread, VirtualThreadRun fresh) {
    Incarnation current =
        all.merge(thread, fresh, (old, added) -> old.epoch() < added.epoch() ? added : old);
    if (current == fresh) {
      inMemory.incrementAndGet();
    }
    return current;
  }

  /** Forgets an incarnation. */
  void remove(String thread, Incarnation gone) {
    var unused = all.remove(thread, gone);
    if (gone instanceof VirtualThreadRun) { // also one that was replaced by a later one
      inMemory.decrementAndGet();
    }
  }

  /** Tells whether a thread with such an image may be parked. */
  boolean parks(byte[] image) {
    return isCrowded() && image.length <= LARGEST_PARKED;
  }

  /** Parks a thread that is in memory. */
  void park(String thread, VirtualThreadRun run, ParkedThread parked) {
    if (all.replace(thread, run, parked)) {
      inMemory.decrementAndGet();
    }
  }

  /**
   * Brings a parked thread back into memory.
   *
   * @return false if it is parked no longer
   */
  boolean unpark(String thread, ParkedThread parked, VirtualThreadRun run) {
    boolean unparked = all.replace(thread, parked, run);
    if (unparked) {
      inMemory.incrementAndGet();
    }
    return unparked;
  }

  /** Counts the threads that are parked. */
  int parked() {
    return all.size() - inMemory.get();
  }

  /** Hands out the threads that are in memory; looks at all. */
  void forEachInMemory(Consumer<VirtualThreadRun> action) {
    for (Incarnation incarnation : all.values()) {
      if (incarnation instanceof VirtualThreadRun run) {
        action.accept(run);
      }
    }
  }

  List<String> names() {
    return List.copyOf(all.keySet());
  }

  /** Gets the next thread in an endless round; null if there is none now. On one thread. */
  Map.@Nullable Entry<String, Incarnation> next() {
    if (!round.hasNext()) {
      round = all.entrySet().iterator();
    }
    return round.hasNext() ? round.next() : null;
  }
}
