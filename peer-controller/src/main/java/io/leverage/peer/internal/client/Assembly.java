package io.leverage.peer.internal.client;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.Caller;
import io.leverage.peer.internal.unit.UnitMessage.AssemblyChunk;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A jar of the user's program, known by its content.
 *
 * @param source where it came from, for people
 * @param hash SHA-256 of the bytes, in lower-case hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Assembly(Path source, String hash, byte[] bytes) {
  private static final int CHUNK = 1 << 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  /**
   * Reads a jar, or packs a folder of classes into one whose bytes depend on its content alone.
   *
   * @throws RefusedException if there is none, or it isn't a jar
   */
  static Assembly of(Path source) {
    try {
      byte[] bytes = Files.isDirectory(source) ? pack(source) : readJar(source);
      return new Assembly(source, hash(bytes), bytes);
    } catch (IOException e) {
      throw new RefusedException(
          source
              + " isn't a jar that can be read ("
              + e.getMessage()
              + "): name jars or folders of classes, on the class path or in the system property "
              + ProgramFiles.JARS,
          e);
    }
  }

  private static byte[] readJar(Path file) throws IOException {
    try (ZipFile jar = new ZipFile(file.toFile())) {
      if (jar.size() == 0) {
        throw new IOException("it is empty");
      }
    }
    return Files.readAllBytes(file);
  }

  private static byte[] pack(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString().replace('\\', '/'));
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        jar.putNextEntry(entry);
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** Sends it to the peer, piece by piece. */
  void send(Caller peer) {
    int index = 0;
    for (int from = 0; from < bytes.length; from += CHUNK) {
      int to = Math.min(bytes.length, from + CHUNK);
      byte[] chunk = Arrays.copyOfRange(bytes, from, to);
      peer.call(new AssemblyChunk(hash, index++, chunk, to == bytes.length), Done.class, TIMEOUT);
    }
  }
}
