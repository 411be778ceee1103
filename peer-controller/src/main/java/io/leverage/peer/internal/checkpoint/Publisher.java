package io.leverage.peer.internal.checkpoint;

import io.leverage.peer.internal.message.MessageManager;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.StateStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the effects of a checkpoint visible, once the thread's record refers to it and never
 * before. Every step may be repeated by anyone: the effects carry their numbers.
 */
public final class Publisher {
  private final StateStore store;
  private final MessageManager messages;
  private final CrashPoint crashes;

  /** Creates a publisher. */
  public Publisher(StateStore store, MessageManager messages, CrashPoint crashes) {
    this.store = store;
    this.messages = messages;
    this.crashes = crashes;
  }

  /** Publishes a checkpoint's effects. */
  public void publish(Checkpoint checkpoint) {
    String thread = checkpoint.thread();
    messages.publish(checkpoint.outbox());
    crashes.passed(thread, CrashPoint.Step.MESSAGES_PUBLISHED);
    long number = checkpoint.firstPartialResult();
    for (byte[] partialResult : checkpoint.partialResults()) {
      store.put(StoreKeys.partialResult(thread, number++), partialResult);
    }
    crashes.passed(thread, CrashPoint.Step.RESULTS_PUBLISHED);
    for (Checkpoint.Cursor cursor : checkpoint.cursors()) {
      messages.forget(thread, cursor.sender(), cursor.kept(), cursor.next());
    }
    crashes.passed(thread, CrashPoint.Step.TRIMMED);
  }

  /** Removes the mail that a thread left when it ended. */
  public void ended(Checkpoint last) {
    Map<String, Long> cursors = new HashMap<>();
    last.cursors().forEach(cursor -> cursors.put(cursor.sender(), cursor.next()));
    messages.clear(last.thread(), cursors);
  }

  /** Reads a partial result that was published; empty if there is none of that number yet. */
  public Optional<byte[]> partialResult(String thread, long number) {
    return Optional.ofNullable(store.get(StoreKeys.partialResult(thread, number)));
  }

  /**
   * Removes the partial results before a number, which the program has. Those that another peer
   * published again meanwhile are among them: all that are there, one below the other. They are
   * removed from the lowest on, so that what remains if this peer dies is found the next time.
   */
  public void forgetPartialResults(String thread, long next) {
    long lowest = next;
    while (lowest > 0 && partialResult(thread, lowest - 1).isPresent()) {
      lowest--;
    }
    for (long number = lowest; number < next; number++) {
      var unused = store.remove(StoreKeys.partialResult(thread, number));
    }
  }
}
