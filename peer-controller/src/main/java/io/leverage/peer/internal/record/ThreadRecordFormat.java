package io.leverage.peer.internal.record;

import io.leverage.ThreadState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a {@link ThreadRecord} is stored. */
final class ThreadRecordFormat {
  private static final int FORMAT = 2;

  private ThreadRecordFormat() {}

  static byte[] write(ThreadRecord thread, byte @Nullable [] before, long nonce) {
    return RecordOutput.changing(FORMAT, before, nonce)
        .text(thread.starter())
        .number(thread.epoch())
        .text(thread.owner())
        .number(thread.sequence())
        .text(thread.state().name())
        .flag(thread.published())
        .text(thread.checkpoint().name())
        .bytes(thread.checkpoint().content())
        .number(thread.checkpointBytes())
        .number(thread.committed().toEpochMilli())
        .number(thread.crashes())
        .text(thread.destination())
        .text(thread.reason())
        .text(thread.failure())
        .list(thread.events(), RecordOutput::text)
        .toBytes();
  }

  static ThreadRecord read(byte[] bytes) {
    RecordInput in = new RecordInput(bytes, FORMAT, "thread record").skipRevision();
    return new ThreadRecord(
        in.text(),
        in.number(),
        in.text(),
        in.number(),
        ThreadState.valueOf(in.text()),
        in.flag(),
        new CheckpointRef(in.text(), in.bytes()),
        in.number(),
        Instant.ofEpochMilli(in.number()),
        (int) in.number(),
        in.text(),
        in.text(),
        in.text(),
        in.list(RecordInput::text));
  }
}
