package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a checkpoint holds: where the thread's history stands, and its stack.
 *
 * @param operations how many numbered operations the thread has met
 * @param partialResults how many it has reported
 * @param nextBatch the number of the next batch to each receiver
 * @param cursors how far it has taken the messages of each sender
 * @param frames the codec's image of the array of its frames, innermost first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ThreadImage(
    long operations,
    long partialResults,
    Map<String, Long> nextBatch,
    List<Mailbox.Cursor> cursors,
    byte[] frames) {
  private static final int MAGIC = 0x4c565431; // "LVT1"

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(frames.length + 256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeLong(operations);
      out.writeLong(partialResults);
      out.writeInt(nextBatch.size());
      for (Map.Entry<String, Long> entry : nextBatch.entrySet()) {
        out.writeUTF(entry.getKey());
        out.writeLong(entry.getValue());
      }
      out.writeInt(cursors.size());
      for (Mailbox.Cursor cursor : cursors) {
        out.writeUTF(cursor.sender());
        out.writeLong(cursor.batch());
        out.writeInt(cursor.position());
      }
      out.writeInt(frames.length);
      out.write(frames);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static ThreadImage decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("no checkpoint of this version");
      }
      long operations = in.readLong();
      long partialResults = in.readLong();
      Map<String, Long> nextBatch = new TreeMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        nextBatch.put(in.readUTF(), in.readLong());
      }
      List<Mailbox.Cursor> cursors = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        cursors.add(new Mailbox.Cursor(in.readUTF(), in.readLong(), in.readInt()));
      }
      byte[] frames = new byte[length(in)];
      in.readFully(frames);
      return new ThreadImage(operations, partialResults, nextBatch, cursors, frames);
    } catch (IOException e) {
      throw new RefusedException("corrupt checkpoint: " + e.getMessage(), e);
    }
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("it ends before its " + length + " bytes of frames");
    }
    return length;
  }
}
