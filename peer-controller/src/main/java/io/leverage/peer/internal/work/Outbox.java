package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The effects of a virtual thread since its last capture. They leave only with the commit that
 * contains their cause (output commit). Used by one carrier at a time; {@link #isEmpty} and {@link
 * #waitingSince} by any thread.
 */
final class Outbox {
  /**
   * The effects that one commit publishes.
   *
   * @param firstPartialResult the number of the first partial result
   */
  record Effects(
      List<Outgoing> messages, List<byte[]> partialResults, long firstPartialResult, long bytes) {}

  private final String sender;
  private final long maxBytes;
  private final Map<String, Long> nextBatch;
  private long nextPartialResult;

  private Map<String, List<byte[]>> messages = new LinkedHashMap<>(2);
  private List<byte[]> partialResults = new ArrayList<>(1);
  private long bytes;
  private volatile boolean empty = true;
  private volatile long waitingSince;

  Outbox(String sender, long maxBytes, Map<String, Long> nextBatch, long nextPartialResult) {
    this.sender = sender;
    this.maxBytes = maxBytes;
    this.nextBatch = new TreeMap<>(nextBatch);
    this.nextPartialResult = nextPartialResult;
  }

  void send(String receiver, byte[] payload, long now) {
    room(payload.length, now);
    messages.computeIfAbsent(receiver, r -> new ArrayList<>(1)).add(payload);
  }

  void report(byte[] partialResult, long now) {
    room(partialResult.length, now);
    partialResults.add(partialResult);
  }

  private void room(int size, long now) {
    if (bytes + size > maxBytes) {
      throw new RefusedException(
          bytes
              + " bytes of messages and partial results wait for a checkpoint of "
              + sender
              + ", which it does not reach: call VirtualThread.checkpoint() now and then, or send"
              + " less");
    }
    bytes += size;
    if (empty) {
      waitingSince = now;
      empty = false;
    }
  }

  boolean isEmpty() {
    return empty;
  }

  /** Since when the oldest effect waits; meaningless while there is none. */
  long waitingSince() {
    return waitingSince;
  }

  /** Takes all effects and numbers them. */
  Effects take() {
    List<Outgoing> outgoing = new ArrayList<>(messages.size());
    messages.forEach(
        (receiver, payloads) -> {
          long number = nextBatch.merge(receiver, 1L, Long::sum) - 1;
          outgoing.add(new Outgoing(receiver, new Batch(sender, number, payloads)));
        });
    Effects effects = new Effects(outgoing, partialResults, nextPartialResult, bytes);
    nextPartialResult += partialResults.size();
    messages = new LinkedHashMap<>(2);
    partialResults = new ArrayList<>(1);
    bytes = 0;
    empty = true;
    return effects;
  }

  /** Takes a {@link #take} back, because its checkpoint could not be made. */
  void putBack(Effects effects) {
    for (Outgoing outgoing : effects.messages()) {
      nextBatch.merge(outgoing.receiver(), -1L, Long::sum);
      messages.put(outgoing.receiver(), outgoing.batch().payloads());
    }
    partialResults = effects.partialResults();
    nextPartialResult = effects.firstPartialResult();
    bytes = effects.bytes();
    empty = messages.isEmpty() && partialResults.isEmpty();
  }

  /** Gets the number of the next batch to each receiver, for the checkpoint. */
  Map<String, Long> nextBatches() {
    return nextBatch;
  }

  /** Gets the number of the next partial result, for the checkpoint. */
  long nextPartialResult() {
    return nextPartialResult;
  }
}
