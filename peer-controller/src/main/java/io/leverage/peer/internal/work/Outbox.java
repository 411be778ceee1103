package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The effects of a virtual thread since its last capture. They leave only with the commit that
 * contains their cause (output commit). Used by one carrier at a time; {@link #isEmpty}, {@link
 * #hasNews} and {@link #waitingSince} by any thread.
 */
final class Outbox {
  /**
   * The effects that one commit publishes.
   *
   * @param firstPartialResult the number of the first partial result
   */
  record Effects(List<Outgoing> messages, List<byte[]> partialResults, long firstPartialResult) {}

  private final String sender;
  private final long maxBytes;
  private final Backlog backlog;
  private long nextPartialResult;

  private Map<String, List<byte[]>> messages = new LinkedHashMap<>(2);
  private List<byte[]> partialResults = new ArrayList<>(1);
  private long bytes;
  private volatile boolean empty = true;
  private volatile boolean acknowledging;
  private volatile long waitingSince;

  Outbox(String sender, long maxBytes, Backlog backlog, long nextPartialResult) {
    this.sender = sender;
    this.maxBytes = maxBytes;
    this.backlog = backlog;
    this.nextPartialResult = nextPartialResult;
  }

  /**
   * Adds a message.
   *
   * @return true if it should be asked how much room the receiver has
   */
  boolean send(String receiver, byte[] payload, long now) {
    if (receiver.equals(sender) && backlog.isFull(receiver)) {
      throw new RefusedException(
          sender
              + " has sent itself more messages than a mailbox holds, and can't wait for itself:"
              + " receive some first");
    }
    room(payload.length, now);
    messages.computeIfAbsent(receiver, r -> new ArrayList<>(1)).add(payload);
    return backlog.add(receiver, payload.length);
  }

  /** Has a commit made soon, because senders wait to hear what was consumed. */
  void acknowledge(long now) {
    if (!hasNews()) {
      waitingSince = now;
    }
    acknowledging = true;
  }

  void report(byte[] partialResult, long now) {
    room(partialResult.length, now);
    partialResults.add(partialResult);
  }

  /** Puts a partial result before those of the thread itself; it has not committed any yet. */
  void reportFirst(byte[] partialResult) {
    partialResults.add(0, partialResult);
    empty = false;
  }

  boolean hasPartialResults() {
    return !partialResults.isEmpty();
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
    if (!hasNews()) {
      waitingSince = now;
    }
    empty = false;
  }

  boolean isEmpty() {
    return empty;
  }

  /** Tells whether anybody waits for the next commit. */
  boolean hasNews() {
    return !empty || acknowledging;
  }

  /** Since when the oldest effect waits; meaningless while there is none. */
  long waitingSince() {
    return waitingSince;
  }

  /** Takes all effects and numbers them. */
  Effects take() {
    List<Outgoing> outgoing = new ArrayList<>(messages.size());
    messages.forEach(
        (receiver, payloads) ->
            outgoing.add(new Outgoing(receiver, backlog.batch(receiver, payloads))));
    Effects effects = new Effects(outgoing, partialResults, nextPartialResult);
    nextPartialResult += partialResults.size();
    messages = new LinkedHashMap<>(2);
    partialResults = new ArrayList<>(1);
    bytes = 0;
    empty = true;
    acknowledging = false;
    return effects;
  }

  /** Gets the number of the next partial result, for the checkpoint. */
  long nextPartialResult() {
    return nextPartialResult;
  }
}
