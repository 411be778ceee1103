package io.leverage.peer.internal.mesh;

import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.UnitCodec;
import io.leverage.peer.internal.unit.UnitMessage.Failed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * What peers send each other.
 *
 * @param number of the request that this is or answers; of an announcement, which one it is
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
record Envelope(Kind kind, long number, byte[] payload) {
  /** What to do with an envelope. */
  enum Kind {
    /** Handle it and answer. */
    REQUEST,
    /** The answer to a request. */
    ANSWER,
    /** The request's handler threw: an encoded failure. */
    FAILURE,
    /** What a peer says of itself. */
    ANNOUNCEMENT,
    /** The same, from a peer that has just come and wants to be told of the others. */
    INTRODUCTION
  }

  private static final int HEADER = 1 + Long.BYTES;

  @SuppressWarnings("EnumOrdinal") // all peers of a mesh run the same version
  static Envelope announcement(Kind kind, long number, PeerInfo info) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(info.id());
      out.writeUTF(info.name());
      out.writeInt(info.slots());
      out.writeInt(info.busy());
      out.writeInt(info.capacity().runnable());
      out.writeDouble(info.capacity().speed());
      out.writeBoolean(info.capacity().saturated());
      out.writeLong(info.pid());
      out.writeByte(info.side().ordinal());
      out.writeInt(info.standing().topology());
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return new Envelope(kind, number, bytes.toByteArray());
  }

  @SuppressWarnings("EnumOrdinal") // all peers of a mesh run the same version
  PeerInfo peerInfo() throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
      return new PeerInfo(
          in.readUTF(),
          in.readUTF(),
          new Capacity(in.readInt(), in.readInt(), in.readInt(), in.readDouble(), in.readBoolean()),
          in.readLong(),
          new Standing(Side.values()[in.readUnsignedByte()], in.readInt()));
    }
  }

  /** The answer to a request whose handler threw. */
  static Envelope failure(long number, Exception failure) {
    return new Envelope(Kind.FAILURE, number, UnitCodec.encode(Failures.toMessage(failure)));
  }

  /** Hands an answer or a failure to who asked. */
  void complete(CompletableFuture<byte[]> asked) {
    if (kind == Kind.ANSWER) {
      asked.complete(payload);
    } else {
      asked.completeExceptionally(
          UnitCodec.decode(payload) instanceof Failed failed
              ? Failures.toException(failed)
              : new IllegalStateException("a failure that is none"));
    }
  }

  @SuppressWarnings("EnumOrdinal") // all peers of a mesh run the same version
  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(HEADER + payload.length);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(kind.ordinal());
      out.writeLong(number);
      out.write(payload);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  static Envelope fromBytes(byte[] bytes, int offset, int length) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
      int kind = in.readUnsignedByte();
      if (kind >= Kind.values().length) {
        throw new IOException("unknown kind of envelope " + kind);
      }
      return new Envelope(Kind.values()[kind], in.readLong(), in.readAllBytes());
    }
  }
}
