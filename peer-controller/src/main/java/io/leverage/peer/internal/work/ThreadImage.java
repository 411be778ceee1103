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
 * @param ahead the batches to each receiver that it may not have consumed
 * @param cursors how far it has taken the messages of each sender
 * @param holds the locks that it holds, each with the number of the operation that got it
 * @param frames the codec's image of the array of its frames, innermost first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ThreadImage(
    long operations,
    long partialResults,
    List<Backlog.Ahead> ahead,
    List<Mailbox.Cursor> cursors,
    Map<String, Long> holds,
    byte[] frames) {
  private static final int MAGIC = 0x4c565432; // "LVT2"

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(frames.length + 256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeLong(operations);
      out.writeLong(partialResults);
      out.writeInt(ahead.size());
      for (Backlog.Ahead sent : ahead) {
        out.writeUTF(sent.receiver());
        out.writeLong(sent.first());
        out.writeInt(sent.batches().size());
        for (Backlog.Size size : sent.batches()) {
          out.writeInt(size.messages());
          out.writeLong(size.bytes());
        }
      }
      out.writeInt(cursors.size());
      for (Mailbox.Cursor cursor : cursors) {
        out.writeUTF(cursor.sender());
        out.writeLong(cursor.batch());
        out.writeInt(cursor.position());
      }
      out.writeInt(holds.size());
      for (Map.Entry<String, Long> hold : holds.entrySet()) {
        out.writeUTF(hold.getKey());
        out.writeLong(hold.getValue());
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
      List<Backlog.Ahead> ahead = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        ahead.add(new Backlog.Ahead(in.readUTF(), in.readLong(), sizes(in)));
      }
      List<Mailbox.Cursor> cursors = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        cursors.add(new Mailbox.Cursor(in.readUTF(), in.readLong(), in.readInt()));
      }
      Map<String, Long> holds = new TreeMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        holds.put(in.readUTF(), in.readLong());
      }
      byte[] frames = new byte[length(in)];
      in.readFully(frames);
      return new ThreadImage(operations, partialResults, ahead, cursors, holds, frames);
    } catch (IOException e) {
      throw new RefusedException("corrupt checkpoint: " + e.getMessage(), e);
    }
  }

  private static List<Backlog.Size> sizes(DataInputStream in) throws IOException {
    List<Backlog.Size> sizes = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      sizes.add(new Backlog.Size(in.readInt(), in.readLong()));
    }
    return sizes;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > in.available()) {
      throw new IOException("it ends before its " + length + " bytes of frames");
    }
    return length;
  }
}
