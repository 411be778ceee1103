package io.leverage.runtime.internal.exec;

import io.leverage.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that was stopped at a safepoint, as a file holds it.
 *
 * @param mainClass the class that was started
 * @param initialised the classes whose initialisers must not run again
 * @param state its static fields and its stack, as a codec wrote them
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record FrozenProgram(String mainClass, List<String> initialised, byte[] state) {
  private static final int MAGIC = 0x4C56465A;
  private static final int FORMAT = 1;

  /**
   * Writes a file.
   *
   * @param file its place
   * @throws RefusedException if it can't be written
   */
  public void write(Path file) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      out.writeUTF(mainClass);
      out.writeInt(initialised.size());
      for (String name : initialised) {
        out.writeUTF(name);
      }
      out.writeInt(state.length);
      out.write(state);
      Files.write(file, bytes.toByteArray());
    } catch (IOException e) {
      throw new RefusedException("can't write " + file + ": " + e, e);
    }
  }

  /** Tells whether bytes are a frozen program. */
  public static boolean isOne(byte[] bytes) {
    return bytes.length > Integer.BYTES && java.nio.ByteBuffer.wrap(bytes).getInt() == MAGIC;
  }

  /**
   * Reads a file.
   *
   * @param file its place
   * @return the program
   * @throws RefusedException if it can't be read, or is none
   */
  public static FrozenProgram read(Path file) {
    try {
      return read(Files.readAllBytes(file), file);
    } catch (IOException e) {
      throw new RefusedException("can't read " + file + ": " + e, e);
    }
  }

  private static FrozenProgram read(byte[] bytes, Path file) throws IOException {
    if (!isOne(bytes)) {
      throw new RefusedException(
          file + " is not a frozen program. `leverage exec --freeze-at N --to FILE` writes one.");
    }
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    try {
      in.readInt();
      int format = in.readInt();
      if (format != FORMAT) {
        throw new RefusedException(
            file + " has format " + format + "; this version of Leverage reads " + FORMAT + ".");
      }
      String main = in.readUTF();
      List<String> initialised = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        initialised.add(in.readUTF());
      }
      int length = in.readInt();
      if (length != in.available()) {
        throw new RefusedException(file + " is damaged: it was truncated. Use another copy.");
      }
      return new FrozenProgram(main, initialised, in.readAllBytes());
    } catch (java.io.EOFException e) {
      throw new RefusedException(file + " is damaged: it was truncated. Use another copy.", e);
    }
  }
}
