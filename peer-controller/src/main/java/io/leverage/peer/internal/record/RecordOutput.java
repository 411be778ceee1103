package io.leverage.peer.internal.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes a record in the store's own stable encoding: a format byte, then the fields in order. */
public final class RecordOutput {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Begins a record of a format. */
  public RecordOutput(int format) {
    out.write(format);
  }

  /**
   * Begins a record that changes, which is first of all to say which change of it this is.
   *
   * @param before the record before the change; null if this is the first
   * @param nonce makes each write unique
   */
  public static RecordOutput changing(int format, byte @Nullable [] before, long nonce) {
    return new RecordOutput(format)
        .number(before == null ? 1 : Revision.of(before) + 1)
        .number(nonce);
  }

  /** Writes a number. */
  public RecordOutput number(long value) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  /** Writes a yes or no. */
  public RecordOutput flag(boolean value) {
    out.write(value ? 1 : 0);
    return this;
  }

  /** Writes a text. */
  public RecordOutput text(String value) {
    return bytes(value.getBytes(UTF_8));
  }

  /** Writes bytes, or their absence. */
  public RecordOutput bytes(byte @Nullable [] value) {
    out.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).putInt(value == null ? -1 : value.length).array());
    if (value != null) {
      out.writeBytes(value);
    }
    return this;
  }

  /** Writes a list. */
  public <T> RecordOutput list(List<T> values, BiConsumer<RecordOutput, T> write) {
    number(values.size());
    values.forEach(value -> write.accept(this, value));
    return this;
  }

  /** Gets what was written. */
  public byte[] toBytes() {
    return out.toByteArray();
  }
}
