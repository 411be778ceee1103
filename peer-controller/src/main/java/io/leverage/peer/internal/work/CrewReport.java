package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a crew tells whoever sent it, once: in its result, or, if it was captured, in its thread's
 * first partial result.
 *
 * @param done how its first tasks ended
 * @param running whether the thread goes on as that of the next task; what comes behind goes back
 * @param nanos how long the crew took
 */
public record CrewReport(List<Ending> done, boolean running, long nanos) {
  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * (1 + done.size()));
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeBoolean(running);
      out.writeLong(nanos);
      out.writeInt(done.size());
      for (Ending ending : done) {
        out.writeUTF(ending.state());
        write(out, ending.result());
        write(out, ending.failure().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a report.
   *
   * @throws RefusedException if it is none
   */
  public static CrewReport decode(@Nullable Object image) {
    if (!(image instanceof byte[] bytes)) {
      throw new RefusedException("what a crew of tasks reports can't be read: " + image);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      boolean running = in.readBoolean();
      long nanos = in.readLong();
      List<Ending> done = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        String state = in.readUTF();
        byte[] result = read(in);
        byte[] failure = read(in);
        done.add(new Ending(state, result, failure == null ? "" : text(failure)));
      }
      return new CrewReport(done, running, nanos);
    } catch (IOException e) {
      throw new RefusedException("what a crew of tasks reports is damaged", e);
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  private static byte @Nullable [] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length > in.available()) {
      throw new IOException("it ends early");
    }
    return length < 0 ? null : in.readNBytes(length);
  }
}
