package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Sent;
import io.leverage.peer.internal.unit.UnitMessage.Taken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a virtual thread is ahead of its receivers: its messages that they have not consumed, as
 * far as is known here. A thread that is too far ahead of one is captured at its next safepoint,
 * and goes on when the receiver has consumed some (back-pressure).
 *
 * <p>A receiver's bound is shared by its senders: each may be ahead by its part, but by one message
 * at least. Until a sender was told how many there are, it may be ahead by a few.
 */
final class Backlog {
  /** What a batch holds. */
  record Size(int messages, long bytes) {}

  /**
   * The batches to a receiver that it may not have consumed.
   *
   * @param first the number of the first
   */
  record Ahead(String receiver, long first, List<Size> batches) {}

  /** The batches between two questions about room. */
  private static final int ASK_EVERY = 64;

  private static final class Pair {
    private final Deque<Size> batches = new ArrayDeque<>(2);
    private long first;
    private long published;
    private int messages;
    private long bytes;
    private int pendingMessages;
    private long pendingBytes;
    private int senders;
    private long askedAt = -ASK_EVERY;
    private boolean full;

    private long next() {
      return first + batches.size();
    }
  }

  private final String sender;
  private final MailBounds bounds;
  // A tree: most threads have few receivers, and there may be very many threads.
  private final Map<String, Pair> pairs = new TreeMap<>();
  private int fullPairs;

  Backlog(String sender, MailBounds bounds, List<Ahead> saved) {
    this.sender = sender;
    this.bounds = bounds;
    for (Ahead ahead : saved) {
      Pair pair = new Pair();
      pair.first = ahead.first();
      ahead.batches().forEach(size -> append(pair, size));
      pair.published = pair.next(); // a claim publishes before the thread goes on
      pairs.put(ahead.receiver(), pair);
      judge(ahead.receiver(), pair);
    }
  }

  /**
   * Adds a message that no batch holds yet.
   *
   * @return true if it should be asked how much room the receiver has
   */
  synchronized boolean add(String receiver, int bytes) {
    Pair pair = pairs.computeIfAbsent(receiver, r -> new Pair());
    pair.pendingMessages++;
    pair.pendingBytes += bytes;
    judge(receiver, pair);
    if (pair.next() - pair.askedAt < ASK_EVERY) {
      return false;
    }
    pair.askedAt = pair.next();
    return true;
  }

  /** Numbers the messages to a receiver that no batch holds yet. */
  synchronized Batch batch(String receiver, List<byte[]> payloads) {
    Pair pair = pairs.computeIfAbsent(receiver, r -> new Pair());
    long number = pair.next();
    append(pair, new Size(pair.pendingMessages, pair.pendingBytes));
    pair.pendingMessages = 0;
    pair.pendingBytes = 0;
    boolean pressing =
        2 * pair.messages >= bounds.messages(pair.senders)
            || 2 * pair.bytes >= bounds.bytes(pair.senders);
    return new Batch(sender, number, payloads, pressing);
  }

  /** All batches are in the mailboxes now. */
  synchronized void published() {
    pairs.values().forEach(pair -> pair.published = pair.next());
  }

  /** Takes note of what a receiver has consumed; {@code senders} is 0 if it is not known. */
  synchronized void taken(Taken taken) {
    Pair pair = pairs.get(taken.receiver());
    if (pair == null) {
      return;
    }
    while (pair.first < taken.next() && !pair.batches.isEmpty()) {
      Size size = pair.batches.removeFirst();
      pair.first++;
      pair.messages -= size.messages();
      pair.bytes -= size.bytes();
    }
    if (taken.senders() > 0) {
      pair.senders = taken.senders();
    }
    judge(taken.receiver(), pair);
  }

  /** Tells whether the thread should wait for a receiver. */
  synchronized boolean isFull() {
    return fullPairs > 0;
  }

  /** Tells whether the thread is too far ahead of a receiver. */
  synchronized boolean isFull(String receiver) {
    Pair pair = pairs.get(receiver);
    return pair != null && pair.full;
  }

  /** Names the receivers that the thread waits for. */
  synchronized List<String> receivers() {
    return pairs.entrySet().stream()
        .filter(entry -> entry.getValue().full)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Lists what was sent to the receivers that the thread waits for. */
  synchronized List<Sent> sent() {
    List<Sent> sent = new ArrayList<>();
    pairs.forEach(
        (receiver, pair) -> {
          if (pair.full) {
            sent.add(new Sent(receiver, pair.first, pair.published));
          }
        });
    return sent;
  }

  /** Says what was sent to a receiver. */
  synchronized Sent sent(String receiver) {
    Pair pair = pairs.getOrDefault(receiver, new Pair());
    return new Sent(receiver, pair.first, pair.published);
  }

  /** Lists what is under way, for the checkpoint. */
  synchronized List<Ahead> ahead() {
    List<Ahead> all = new ArrayList<>(pairs.size());
    pairs.forEach((to, pair) -> all.add(new Ahead(to, pair.first, List.copyOf(pair.batches))));
    return all;
  }

  private static void append(Pair pair, Size size) {
    pair.batches.add(size);
    pair.messages += size.messages();
    pair.bytes += size.bytes();
  }

  /** A thread never waits for itself: it would wait for ever. */
  private void judge(String receiver, Pair pair) {
    int messages = pair.messages + pair.pendingMessages;
    long bytes = pair.bytes + pair.pendingBytes;
    boolean full = messages >= bounds.messages(pair.senders) || bytes >= bounds.bytes(pair.senders);
    if (full != pair.full) {
      pair.full = full;
      fullPairs += receiver.equals(sender) ? 0 : full ? 1 : -1;
    }
  }
}
