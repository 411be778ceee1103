package io.leverage.peer.internal.message;

import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.StateStore;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mailboxes in the store: one immutable entry for each (receiver, sender, number), so that to
 * put one again changes nothing; and for each receiver the list of its senders.
 */
public final class Mailbox {
  private static final int FORMAT = 2;
  private static final int MOST_REMEMBERED = 10_000;

  private final StateStore store;
  private final SecureRandom nonces = new SecureRandom();

  /** Who was introduced to whom, so that it isn't looked up again while the mesh is the same. */
  private final Map<String, Boolean> introduced =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });

  /** Creates a view of the store. */
  public Mailbox(StateStore store) {
    this.store = store;
  }

  /** Puts a batch into a mailbox; repeating it is harmless. */
  public void put(String receiver, Batch batch) {
    store.put(
        StoreKeys.batch(receiver, batch.sender(), batch.number()),
        new RecordOutput(FORMAT)
            .flag(batch.pressing())
            .list(batch.payloads(), RecordOutput::bytes)
            .toBytes());
    String pair = receiver + '\n' + batch.sender();
    if (introduced.get(pair) == null) {
      introduce(receiver, batch.sender());
      introduced.put(pair, true);
    }
  }

  /** Looks senders up again: the mesh has changed, and may have lost some. */
  public void meshChanged() {
    introduced.clear();
  }

  /** Reads a batch. */
  public Optional<Batch> find(String receiver, String sender, long number) {
    byte[] entry = store.get(StoreKeys.batch(receiver, sender, number));
    if (entry == null) {
      return Optional.empty();
    }
    RecordInput in = new RecordInput(entry, FORMAT, "message");
    boolean pressing = in.flag();
    return Optional.of(new Batch(sender, number, in.list(RecordInput::present), pressing));
  }

  /**
   * Finds the first batch of a sender that its receiver has not consumed. Batches are consumed in
   * the order of their numbers.
   *
   * @param from the first that may not be consumed
   * @param to the first that was not put yet
   */
  public long firstPresent(String receiver, String sender, long from, long to) {
    long low = from;
    long high = to;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (store.get(StoreKeys.batch(receiver, sender, middle)) == null) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Lists who ever sent to a receiver, in the order of their first batch. */
  public List<String> senders(String receiver) {
    byte[] index = store.get(StoreKeys.senders(receiver));
    return index == null ? List.of() : readIndex(index);
  }

  /**
   * Removes the batches of a sender from one number up to another, exclusive.
   *
   * @return true if the sender may wait to hear of it
   */
  public boolean remove(String receiver, String sender, long from, long to) {
    boolean pressing = false;
    for (long number = from; number < to; number++) {
      byte[] entry = store.remove(StoreKeys.batch(receiver, sender, number));
      pressing |= entry == null || new RecordInput(entry, FORMAT, "message").flag();
    }
    return pressing;
  }

  /** Removes all batches of a sender from a number on. */
  public void clear(String receiver, String sender, long from) {
    String key = StoreKeys.batch(receiver, sender, from);
    for (long next = from + 1; store.get(key) != null; next++) {
      var unused = store.remove(key);
      key = StoreKeys.batch(receiver, sender, next);
    }
  }

  private void introduce(String receiver, String sender) {
    String key = StoreKeys.senders(receiver);
    while (true) {
      byte[] index = store.get(key);
      List<String> senders = index == null ? List.of() : readIndex(index);
      if (senders.contains(sender)) {
        return;
      }
      List<String> more = new ArrayList<>(senders);
      more.add(sender);
      byte[] update =
          RecordOutput.changing(FORMAT, index, nonces.nextLong())
              .list(more, RecordOutput::text)
              .toBytes();
      if (store.compareAndSet(key, index, update)) {
        return;
      }
    }
  }

  private static List<String> readIndex(byte[] index) {
    RecordInput in = new RecordInput(index, FORMAT, "mailbox index").skipRevision();
    return in.list(RecordInput::text);
  }
}
