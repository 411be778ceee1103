package io.leverage.peer.internal.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RecordOutput} wrote. */
public final class RecordInput {
  private final ByteBuffer in;

  /**
   * Begins to read a record.
   *
   * @param format what its first byte must be
   * @param what the record is, for the message
   */
  public RecordInput(byte[] bytes, int format, String what) {
    this.in = ByteBuffer.wrap(bytes);
    int found = in.get();
    if (found != format) {
      throw new IllegalStateException(
          String.format(
                  Locale.ROOT,
                  "the store holds a %s of format %d, and this peer reads format %d: run the same version",
                  what,
                  found,
                  format)
              + " of Leverage on all peers of a mesh");
    }
  }

  /** Skips what {@link RecordOutput#changing} began with. */
  public RecordInput skipRevision() {
    in.getLong();
    in.getLong();
    return this;
  }

  /** Reads a number. */
  public long number() {
    return in.getLong();
  }

  /** Reads a yes or no. */
  public boolean flag() {
    return in.get() != 0;
  }

  /** Reads a text. */
  public String text() {
    return new String(present(), UTF_8);
  }

  /** Reads bytes that are there. */
  public byte[] present() {
    byte[] value = bytes();
    if (value == null) {
      throw new IllegalStateException("the store holds a damaged record: a field is missing");
    }
    return value;
  }

  /** Reads bytes, or their absence. */
  public byte @Nullable [] bytes() {
    int length = in.getInt();
    if (length < 0) {
      return null;
    }
    byte[] value = new byte[length];
    in.get(value);
    return value;
  }

  /** Reads a list. */
  public <T> List<T> list(Function<RecordInput, T> read) {
    long size = number();
    List<T> values = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      values.add(read.apply(this));
    }
    return List.copyOf(values);
  }
}
