import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.FilterReader;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;

public class UserStreams {
  static class Bytes extends ByteArrayInputStream {
    int reads;

    Bytes(byte[] bytes) {
      super(bytes, 1, bytes.length - 2);
    }

    @Override
    public synchronized int read() {
      reads++;
      return super.read();
    }
  }

  static class Plus extends FilterInputStream {
    private final int by;

    Plus(InputStream in, int by) {
      super(in);
      this.by = by;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      for (int i = 0; i < by && value >= 0; i++) {
        value++;
      }
      return value;
    }
  }

  static class Collected extends ByteArrayOutputStream {
    int marks() {
      int marks = 0;
      for (int i = 0; i < count; i++) {
        marks += buf[i] == 'c' ? 1 : 0;
      }
      return marks;
    }
  }

  static class Upper extends FilterReader {
    Upper(Reader in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      return c < 0 ? c : Character.toUpperCase(c);
    }

    boolean locksIn() {
      return lock == in;
    }
  }

  static class Twice extends FilterWriter {
    Twice(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      for (int i = 0; i < 2; i++) {
        out.write(c);
      }
    }
  }

  /** Its close is its own, so the JDK's flag is never set. */
  static class Hex extends FilterOutputStream {
    Hex(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      for (int shift = 4; shift >= 0; shift -= 4) {
        out.write(Character.forDigit((b >> shift) & 15, 16));
      }
    }

    @Override
    public void close() throws IOException {
      for (int i = 0; i < 2; i++) {
        out.write('.');
      }
      out.close();
    }
  }

  /** A reader of the user's own, whose lock is itself. */
  static class Numbers extends Reader {
    private int next;

    @Override
    public int read(char[] into, int from, int length) {
      for (int i = 0; i < length; i++) {
        into[from + i] = (char) ('0' + next++ % 10);
      }
      return length;
    }

    boolean locksItself() {
      return lock == this;
    }

    @Override
    public void close() {}
  }

  public static void main(String[] args) throws IOException {
    byte[] data = "xabcdefgx".getBytes();
    Bytes bytes = new Bytes(data);
    data[5] = 'c'; // the array is shared
    Plus plus = new Plus(new Plus(bytes, 1), 2);
    Collected out = new Collected();
    int at = 0;
    for (int value = plus.read(); value >= 0; value = plus.read()) {
      out.write(value);
      data[7] = (byte) ('p' + at++);
      if (at == 3) {
        bytes.mark(0);
      }
    }
    bytes.reset();
    System.out.println(out + " " + out.marks() + " " + bytes.reads + " " + bytes.available());
    Upper upper = new Upper(new StringReader("some text"));
    StringWriter text = new StringWriter();
    try (Twice twice = new Twice(text)) {
      for (int c = upper.read(); c >= 0; c = upper.read()) {
        twice.write(c);
      }
    }
    Collected hex = new Collected();
    Hex toHex = new Hex(new Hex(hex));
    toHex.write("some".getBytes());
    toHex.close();
    toHex.close();
    System.out.println(hex);
    System.out.println(text + " " + upper.locksIn());
    Numbers numbers = new Numbers();
    for (int i = 0; i < 4; i++) {
      System.out.print((char) numbers.read() + " " + numbers.skip(i) + " ");
    }
    System.out.println(numbers.locksItself());
  }
}
