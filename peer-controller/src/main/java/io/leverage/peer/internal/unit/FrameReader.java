package io.leverage.peer.internal.unit;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads frames. Memory is taken as bytes arrive, not as a length claims. */
final class FrameReader {
  /** {@code LVRG}: what a link begins with. */
  static final int MAGIC = 0x4c565247;

  private static final Logger LOG = LoggerFactory.getLogger(FrameReader.class);

  private final DataInputStream in;
  private boolean greeted;

  FrameReader(DataInputStream in) {
    this.in = in;
  }

  /**
   * Reads the next frame.
   *
   * @return null at the end of the stream
   */
  @SuppressWarnings("EnumOrdinal") // the preamble says that both ends have the same kinds
  @Nullable Frame next() throws IOException {
    if (!greeted) {
      int first = in.read();
      if (first < 0) {
        return null;
      }
      readPreamble(first);
      greeted = true;
    }
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (length < 0 || length > Frame.MAX_PAYLOAD) {
      throw new MalformedUnitException(
          String.format(
              Locale.ROOT, "a frame claims %d bytes; the most is %d", length, Frame.MAX_PAYLOAD));
    }
    int kind = in.readUnsignedByte();
    if (kind >= Frame.Kind.values().length) {
      throw new MalformedUnitException("a frame is of unknown kind " + kind);
    }
    long number = in.readLong();
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("the stream ended inside a frame");
    }
    return new Frame(Frame.Kind.values()[kind], number, payload);
  }

  private void readPreamble(int first) throws IOException {
    int magic = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (magic != MAGIC) {
      throw new MalformedUnitException("the other end does not speak Leverage's protocol");
    }
    if (in.readInt() != UnitCodec.fingerprint()) {
      throw new MalformedUnitException("the other end is another version of Leverage");
    }
  }

  void close() {
    try {
      in.close();
    } catch (IOException e) {
      LOG.debug("closing a broken stream", e);
    }
  }
}
