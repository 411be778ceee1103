package io.leverage.peer.internal.checkpoint;

import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one commit stores: the state to resume from, together with the effects that it causes, so
 * that whoever claims the thread can publish them.
 *
 * @param epoch of the incarnation that made it; two incarnations never make the same checkpoint
 * @param sequence its number
 * @param image opaque; empty once the thread has ended
 * @param outbox messages to publish
 * @param partialResults partial results to publish
 * @param firstPartialResult the number of the first of them
 * @param cursors how far the thread has consumed its mail
 * @param ending set when the thread has ended
 */
@SuppressWarnings("ArrayRecordComponent") // user data: nobody compares them
public record Checkpoint(
    String thread,
    long epoch,
    long sequence,
    byte[] image,
    List<Outgoing> outbox,
    List<byte[]> partialResults,
    long firstPartialResult,
    List<Cursor> cursors,
    @Nullable Ending ending) {
  private static final int FORMAT = 2;

  /**
   * How far a thread has consumed a sender's batches.
   *
   * @param kept the first batch that may still be in the mailbox
   * @param next the first batch that is still needed
   */
  public record Cursor(String sender, long kept, long next) {}

  /** The first checkpoint: a task as it was submitted. */
  public static Checkpoint first(String thread, byte[] image) {
    return new Checkpoint(thread, 0, 0, image, List.of(), List.of(), 0, List.of(), null);
  }

  /** Tells whether there is something to publish, or mail to remove. */
  boolean hasEffects() {
    return !outbox.isEmpty() || !partialResults.isEmpty() || !cursors.isEmpty();
  }

  byte[] write() {
    RecordOutput out =
        new RecordOutput(FORMAT)
            .text(thread)
            .number(epoch)
            .number(sequence)
            .bytes(image)
            .list(outbox, Checkpoint::write)
            .list(partialResults, RecordOutput::bytes)
            .number(firstPartialResult)
            .list(cursors, Checkpoint::write)
            .flag(ending != null);
    if (ending != null) {
      out.text(ending.state()).bytes(ending.result()).text(ending.failure());
    }
    return out.toBytes();
  }

  static Checkpoint read(byte[] bytes) {
    RecordInput in = new RecordInput(bytes, FORMAT, "checkpoint");
    return new Checkpoint(
        in.text(),
        in.number(),
        in.number(),
        in.present(),
        in.list(Checkpoint::readOutgoing),
        in.list(RecordInput::present),
        in.number(),
        in.list(from -> new Cursor(from.text(), from.number(), from.number())),
        in.flag() ? new Ending(in.text(), in.bytes(), in.text()) : null);
  }

  private static void write(RecordOutput out, Outgoing outgoing) {
    out.text(outgoing.receiver())
        .text(outgoing.batch().sender())
        .number(outgoing.batch().number())
        .list(outgoing.batch().payloads(), RecordOutput::bytes)
        .flag(outgoing.batch().pressing());
  }

  private static Outgoing readOutgoing(RecordInput in) {
    return new Outgoing(
        in.text(), new Batch(in.text(), in.number(), in.list(RecordInput::present), in.flag()));
  }

  private static void write(RecordOutput out, Cursor cursor) {
    out.text(cursor.sender()).number(cursor.kept()).number(cursor.next());
  }
}
