package io.leverage.peer.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file of the {@link Journal}. */
record JournalFile(Path path, int number) {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);
  private static final String NAME = "[0-9]{8}\\.journal";

  /** Where a record is. */
  record Place(JournalFile file, long at, int length) {}

  /** Takes the records of a file. */
  @FunctionalInterface
  interface Reader {
    void take(JournalRecord record, Place place);
  }

  static JournalFile of(Path folder, int number) {
    return new JournalFile(
        folder.resolve(String.format(Locale.ROOT, "%08d.journal", number)), number);
  }

  /** Lists the files of a folder, oldest first. */
  static List<JournalFile> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches(NAME))
          .map(name -> of(folder, Integer.parseInt(name.substring(0, 8))))
          .sorted(Comparator.comparingInt(JournalFile::number))
          .toList();
    }
  }

  /**
   * Reads all records that are whole. What is damaged is skipped, and logged with its place.
   *
   * @return whether nothing was damaged
   */
  boolean read(Reader reader) throws IOException {
    boolean sound = true;
    try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = in.size();
      long at = 0;
      while (at < size) {
        long length = wholeLength(in, at, size);
        JournalRecord record = length < 0 ? null : record(in, at, (int) length);
        if (record != null) {
          reader.take(record, new Place(this, at, (int) length));
          at += length;
          continue;
        }
        long next = next(in, at + 1, size);
        if (next == size) {
          LOG.error(
              "{} breaks off in its last record, {} bytes before its end: the other copies of what"
                  + " was there are used",
              path,
              size - at);
          return false;
        }
        LOG.error(
            "{} is damaged from byte {} to {}: its checksum is wrong. The other copies of what was"
                + " there are used",
            path,
            at,
            next);
        sound = false;
        at = next;
      }
    }
    return sound;
  }

  /** Reads a record at its place. */
  static JournalRecord read(Place place) throws IOException {
    try (FileChannel in = FileChannel.open(place.file().path(), StandardOpenOption.READ)) {
      JournalRecord record = record(in, place.at(), place.length());
      if (record == null) {
        throw new IOException(
            place.file().path() + " is damaged at byte " + place.at() + ": its checksum is wrong");
      }
      return record;
    }
  }

  private static long wholeLength(FileChannel in, long at, long size) throws IOException {
    if (size - at < JournalRecord.HEAD) {
      return -1;
    }
    long length = JournalRecord.wholeLength(ByteBuffer.wrap(bytes(in, at, JournalRecord.HEAD)));
    return length <= size - at && length <= Integer.MAX_VALUE ? length : -1;
  }

  private static @Nullable JournalRecord record(FileChannel in, long at, int length)
      throws IOException {
    return JournalRecord.read(bytes(in, at, length));
  }

  /** Finds where the next whole record begins; the end if there is none. */
  private static long next(FileChannel in, long from, long size) throws IOException {
    int window = 1 << 16;
    for (long at = from; at + Integer.BYTES <= size; at += window) {
      int length = (int) Math.min(window + Integer.BYTES - 1L, size - at);
      ByteBuffer bytes = ByteBuffer.wrap(bytes(in, at, length));
      for (int i = 0; i + Integer.BYTES <= length; i++) {
        if (bytes.getInt(i) == JournalRecord.MAGIC) {
          long whole = wholeLength(in, at + i, size);
          if (whole > 0 && record(in, at + i, (int) whole) != null) {
            return at + i;
          }
        }
      }
    }
    return size;
  }

  private static byte[] bytes(FileChannel in, long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (in.read(bytes, at + bytes.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return bytes.array();
  }
}
