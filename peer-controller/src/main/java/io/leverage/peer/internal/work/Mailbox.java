package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Consumed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages that were fetched for a virtual thread and not taken yet: first in, first out for
 * each sender; by arrival across senders. A batch that is held already is dropped by its number.
 */
final class Mailbox {
  /** How far the messages of a sender were taken: {@code position} messages of {@code batch}. */
  record Cursor(String sender, long batch, int position) {}

  /** A message that waits. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Letter(
      String sender, long batch, int index, boolean last, boolean pressing, byte[] payload) {}

  private static final class Inbound {
    private long batch;
    private int position;
    private long held;
    private long reported;
  }

  // Trees: most threads have few senders, and there may be very many threads.
  private final Map<String, Inbound> senders = new TreeMap<>();
  private final ArrayDeque<Letter> letters = new ArrayDeque<>(1);

  Mailbox(List<Cursor> cursors) {
    for (Cursor cursor : cursors) {
      Inbound inbound = new Inbound();
      inbound.batch = cursor.batch();
      inbound.position = cursor.position();
      inbound.held = cursor.batch();
      inbound.reported = cursor.batch();
      senders.put(cursor.sender(), inbound);
    }
  }

  /** Adds batches; one beyond a gap is dropped, since it will be fetched again. */
  synchronized void add(List<Batch> batches) {
    for (Batch batch : batches) {
      Inbound inbound = senders.computeIfAbsent(batch.sender(), sender -> new Inbound());
      if (batch.number() == inbound.held) {
        inbound.held++;
        int taken = batch.number() == inbound.batch ? inbound.position : 0;
        for (int i = taken; i < batch.payloads().size(); i++) {
          boolean last = i == batch.payloads().size() - 1;
          letters.add(
              new Letter(
                  batch.sender(),
                  batch.number(),
                  i,
                  last,
                  batch.pressing(),
                  batch.payloads().get(i)));
        }
      }
    }
  }

  synchronized @Nullable Letter take() {
    Letter letter = letters.poll();
    if (letter != null) {
      Inbound inbound = senders.get(letter.sender());
      if (inbound == null) {
        throw new AssertionError("a letter from nobody");
      }
      inbound.batch = letter.last() ? letter.batch() + 1 : letter.batch();
      inbound.position = letter.last() ? 0 : letter.index() + 1;
    }
    return letter;
  }

  synchronized int size() {
    return letters.size();
  }

  /** Says what to fetch: the first batch not held of each known sender. */
  synchronized List<Consumed> wanted() {
    List<Consumed> wanted = new ArrayList<>(senders.size());
    senders.forEach((sender, inbound) -> wanted.add(new Consumed(sender, inbound.held)));
    return wanted;
  }

  /** Lists the cursors, for the checkpoint. */
  synchronized List<Cursor> cursors() {
    List<Cursor> cursors = new ArrayList<>(senders.size());
    senders.forEach((s, in) -> cursors.add(new Cursor(s, in.batch, in.position)));
    return cursors;
  }

  /** Says which batches are no longer needed, for senders where this has changed. */
  synchronized List<Consumed> consumed() {
    List<Consumed> consumed = new ArrayList<>();
    senders.forEach(
        (sender, inbound) -> {
          if (inbound.batch != inbound.reported) {
            inbound.reported = inbound.batch;
            consumed.add(new Consumed(sender, inbound.batch));
          }
        });
    return consumed;
  }
}
