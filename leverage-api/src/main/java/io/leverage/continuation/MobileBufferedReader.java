package io.leverage.continuation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A buffered reader that can travel, if what it reads from can: {@link BufferedReader} keeps its
 * state closed, so this class buffers itself. The preprocessor lets mobile code create and extend
 * it in that class's place. It asks the reader below for the same characters at the same times.
 */
public class MobileBufferedReader extends BufferedReader {
  private static final int DEFAULT_SIZE = 8192;
  private static final int NOT_MARKED = -1;
  private static final int MARK_LOST = -2;

  private @Nullable Reader source;
  private char[] buffer;
  private int end;
  private int next;
  private int marked = NOT_MARKED;
  private int markLimit;
  private boolean skipsNewline;
  private boolean markSkipsNewline;

  /** Buffers a reader. */
  public MobileBufferedReader(Reader in) {
    this(in, DEFAULT_SIZE);
  }

  /** Buffers a reader with a buffer of a size. */
  public MobileBufferedReader(Reader in, int size) {
    super(in, Math.min(size, 1)); // which is never used, but checks the size
    source = in;
    buffer = new char[size];
  }

  private Reader source() throws IOException {
    if (source == null) {
      throw new IOException("Stream closed");
    }
    return source;
  }

  /** Reads more behind what is marked; tells whether there is a character to give. */
  private boolean fill() throws IOException {
    if (next < end) {
      return true;
    }
    int from = marked < 0 ? 0 : keepMarked();
    int count;
    do {
      count = source().read(buffer, from, buffer.length - from);
    } while (count == 0);
    if (count > 0) {
      next = from;
      end = from + count;
    }
    return next < end;
  }

  /** Moves what is marked to the start of the buffer; gives where there is room behind it. */
  private int keepMarked() {
    int kept = next - marked;
    if (kept >= markLimit) {
      marked = MARK_LOST;
      markLimit = 0;
      return 0;
    }
    if (markLimit <= buffer.length) {
      System.arraycopy(buffer, marked, buffer, 0, kept);
    } else {
      int size = Math.min(buffer.length > markLimit / 2 ? markLimit : 2 * buffer.length, markLimit);
      buffer = Arrays.copyOf(Arrays.copyOfRange(buffer, marked, next), size);
    }
    marked = 0;
    next = kept;
    end = kept;
    return kept;
  }

  /** Skips the second half of a line's end; tells whether there was one. */
  private boolean skipNewline() {
    boolean isThere = skipsNewline && buffer[next] == '\n';
    skipsNewline = false;
    if (isThere) {
      next++;
    }
    return isThere;
  }

  @Override
  public int read() throws IOException {
    synchronized (lock) {
      source();
      while (fill()) {
        if (!skipNewline()) {
          return buffer[next++];
        }
      }
      return -1;
    }
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    synchronized (lock) {
      Reader in = source();
      Objects.checkFromIndexSize(offset, length, to.length);
      int total = length == 0 ? 0 : readOnce(in, to, offset, length);
      while (total > 0 && total < length && in.ready()) {
        int count = readOnce(in, to, offset + total, length - total);
        if (count <= 0) {
          break;
        }
        total += count;
      }
      return total;
    }
  }

  private int readOnce(Reader in, char[] to, int offset, int length) throws IOException {
    if (next >= end && length >= buffer.length && marked < 0 && !skipsNewline) {
      return in.read(to, offset, length);
    }
    if (!fill() || (skipNewline() && !fill())) {
      return -1;
    }
    int count = Math.min(length, end - next);
    System.arraycopy(buffer, next, to, offset, count);
    next += count;
    return count;
  }

  @Override
  public @Nullable String readLine() throws IOException {
    synchronized (lock) {
      source();
      StringBuilder line = null;
      while (fill()) {
        skipNewline();
        int start = next;
        while (next < end && buffer[next] != '\n' && buffer[next] != '\r') {
          next++;
        }
        boolean isEnded = next < end;
        if (line == null && isEnded) {
          String whole = new String(buffer, start, next - start);
          skipsNewline = buffer[next++] == '\r';
          return whole;
        }
        line = line == null ? new StringBuilder() : line;
        line.append(buffer, start, next - start);
        if (isEnded) {
          skipsNewline = buffer[next++] == '\r';
          return line.toString();
        }
      }
      return line == null || line.length() == 0 ? null : line.toString();
    }
  }

  @Override
  public long skip(long count) throws IOException {
    if (count < 0) {
      throw new IllegalArgumentException("skip value is negative");
    }
    synchronized (lock) {
      source();
      long left = count;
      while (left > 0 && fill()) {
        skipNewline();
        int skipped = (int) Math.min(left, end - next);
        next += skipped;
        left -= skipped;
      }
      return count - left;
    }
  }

  @Override
  public boolean ready() throws IOException {
    synchronized (lock) {
      Reader in = source();
      if (skipsNewline && (next < end || in.ready()) && fill()) {
        skipNewline();
      }
      return next < end || in.ready();
    }
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int limit) throws IOException {
    if (limit < 0) {
      throw new IllegalArgumentException("Read-ahead limit < 0");
    }
    synchronized (lock) {
      source();
      markLimit = limit;
      marked = next;
      markSkipsNewline = skipsNewline;
    }
  }

  @Override
  public void reset() throws IOException {
    synchronized (lock) {
      source();
      if (marked < 0) {
        throw new IOException(marked == MARK_LOST ? "Mark invalid" : "Stream not marked");
      }
      next = marked;
      skipsNewline = markSkipsNewline;
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (lock) {
      if (source != null) {
        try {
          source.close();
        } finally {
          source = null;
          buffer = new char[0];
        }
      }
    }
  }
}
