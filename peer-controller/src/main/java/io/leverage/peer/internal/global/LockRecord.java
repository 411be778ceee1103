package io.leverage.peer.internal.global;

import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds of a lock.
 *
 * @param token counts the holds
 * @param queue its holder, if any, and who waits, in the order in which they asked
 * @param over the last operation of each thread that is over, so that none comes back
 */
record LockRecord(long token, List<Request> queue, Map<String, Over> over) {
  private static final int FORMAT = 1;

  static final LockRecord FREE = new LockRecord(0, List.of(), Map.of());

  /**
   * A thread's request for the lock.
   *
   * @param number of the operation in the thread's history
   * @param leaseNanos how long others wait before they take it away; 0 for as long as it takes
   */
  record Request(String thread, long number, long leaseNanos) {
    boolean is(String other, long otherNumber) {
      return thread.equals(other) && number == otherNumber;
    }
  }

  /**
   * A request that is over.
   *
   * @param cycle the deadlock that it ended with; empty if the lock was released
   */
  record Over(long number, String cycle) {}

  /** Gets who holds the lock. */
  Optional<Request> holder() {
    return queue.stream().findFirst();
  }

  boolean isHeldBy(String thread, long number) {
    return holder().filter(request -> request.is(thread, number)).isPresent();
  }

  boolean isAskedBy(String thread, long number) {
    return queue.stream().anyMatch(request -> request.is(thread, number));
  }

  /** The lock with one more request; the first holds it. */
  LockRecord with(Request request) {
    List<Request> all = new ArrayList<>(queue);
    all.add(request);
    return new LockRecord(queue.isEmpty() ? token + 1 : token, List.copyOf(all), over);
  }

  /** The lock without a request, whose thread may ask again. */
  LockRecord without(String thread, long number) {
    List<Request> rest = queue.stream().filter(one -> !one.is(thread, number)).toList();
    boolean passed = isHeldBy(thread, number) && !rest.isEmpty();
    return new LockRecord(passed ? token + 1 : token, rest, over);
  }

  /** The lock without a request that is over for ever. */
  LockRecord ended(String thread, long number, String cycle) {
    LockRecord rest = without(thread, number);
    Map<String, Over> all = new HashMap<>(over);
    all.put(thread, new Over(number, cycle));
    return new LockRecord(rest.token, rest.queue, all);
  }

  /** The lock without what it remembers of threads that will ask no more. */
  LockRecord forgetting(Set<String> threads) {
    Map<String, Over> rest = new HashMap<>(over);
    rest.keySet().removeAll(threads);
    return new LockRecord(token, queue, rest);
  }

  byte[] write(byte @Nullable [] before, long nonce) {
    return RecordOutput.changing(FORMAT, before, nonce)
        .number(token)
        .list(
            queue,
            (out, one) -> out.text(one.thread()).number(one.number()).number(one.leaseNanos()))
        .list(
            List.copyOf(over.entrySet()),
            (out, one) ->
                out.text(one.getKey()).number(one.getValue().number()).text(one.getValue().cycle()))
        .toBytes();
  }

  static LockRecord read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return FREE;
    }
    RecordInput in = new RecordInput(bytes, FORMAT, "lock").skipRevision();
    long token = in.number();
    List<Request> queue = in.list(from -> new Request(from.text(), from.number(), from.number()));
    Map<String, Over> over = new HashMap<>();
    for (long left = in.number(); left > 0; left--) {
      over.put(in.text(), new Over(in.number(), in.text()));
    }
    return new LockRecord(token, queue, over);
  }
}
