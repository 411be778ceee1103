import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.stream.Collectors;

/** Buffered readers, plain and extended, in the middle of what they read. */
public final class BufferedReaders {
  /** Gives few characters at a time, and tells when it is asked. */
  static final class Slow extends Reader {
    private final String text;
    private final StringBuilder log = new StringBuilder();
    private int at;

    Slow(String text) {
      this.text = text;
    }

    @Override
    public int read(char[] to, int offset, int length) {
      log.append(length).append(',');
      int count = Math.min(Math.min(3, length), text.length() - at);
      if (count == 0) {
        return length == 0 ? 0 : -1;
      }
      text.getChars(at, at + count, to, offset);
      at += count;
      return count;
    }

    @Override
    public boolean ready() {
      log.append("r,");
      return at % 2 == 0 && at < text.length();
    }

    @Override
    public void close() {
      log.append("c,");
    }
  }

  /** As parsers have it. */
  static class Counting extends BufferedReader {
    private long lines;
    private int last = -2;

    Counting(Reader in) {
      super(in, 5);
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      if (c == '\n') {
        lines++;
      }
      last = c;
      return c;
    }

    @Override
    public String readLine() throws IOException {
      String line = super.readLine();
      if (line != null) {
        lines++;
      }
      return line;
    }

    int peek() throws IOException {
      super.mark(1);
      int c = super.read();
      super.reset();
      return c;
    }
  }

  static String lines(BufferedReader in) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      all.append('[').append(line).append(']');
    }
    return all.toString();
  }

  static void chars(BufferedReader in) throws IOException {
    char[] some = new char[4];
    for (int count = in.read(some, 0, 4); count >= 0; count = in.read(some, 0, 4)) {
      System.out.print(count + ":" + new String(some, 0, count).replace("\n", "\\n") + " ");
    }
    System.out.println();
  }

  public static void main(String[] args) throws IOException {
    String text = "one\r\ntwo\rthree\n\nlast";
    Slow slow = new Slow(text);
    System.out.println(lines(new BufferedReader(slow, 4)) + slow.log);
    slow = new Slow(text);
    chars(new BufferedReader(slow, 2));
    System.out.println(slow.log);
    slow = new Slow(text);
    chars(new BufferedReader(slow));
    System.out.println(slow.log);

    Counting counting = new Counting(new StringReader(text));
    StringBuilder got = new StringBuilder();
    while (counting.peek() >= 0) {
      got.append((char) counting.read()).append((char) counting.peek()).append('|');
      if (counting.lines == 1) {
        got.append(counting.readLine());
      }
    }
    System.out.println(got.toString().replace("\n", "\\n").replace("\r", "\\r"));
    System.out.println(counting.lines + " " + counting.last);

    BufferedReader marked = new BufferedReader(new StringReader(text), 4);
    System.out.println(marked.readLine() + marked.ready());
    marked.mark(9);
    for (int i = 0; i < 9; i++) {
      System.out.print(marked.read() + " ");
    }
    marked.reset();
    System.out.println(marked.readLine() + marked.skip(3) + lines(marked));
    try {
      for (int i = 0; i < 3; i++) {
        marked.read();
      }
      marked.mark(1);
      marked.reset();
      marked.close();
      marked.read();
    } catch (IOException e) {
      System.out.println(e.getMessage());
    }
    BufferedReader unmarked = new BufferedReader(new StringReader("abcdefgh"), 2);
    for (int round = 0; round < 2; round++) {
      try {
        unmarked.reset();
      } catch (IOException e) {
        System.out.println(e.getMessage());
      }
      unmarked.mark(1);
      unmarked.skip(4);
      System.out.print((char) unmarked.read());
    }
    for (int size = 0; size > -2; size--) {
      try {
        System.out.println(new BufferedReader(new StringReader(""), size).read());
      } catch (IllegalArgumentException e) {
        System.out.println(e.getMessage());
      }
    }
    BufferedReader anonymous =
        new BufferedReader(new StringReader("x\ny")) {
          int reads;

          @Override
          public String readLine() throws IOException {
            String line = super.readLine();
            for (int i = 0; i < 2; i++) {
              reads += i;
            }
            return line == null ? null : line + reads;
          }
        };
    System.out.println(lines(anonymous));
    System.out.println(
        new BufferedReader(new StringReader("p\nq\n")).lines().collect(Collectors.joining("+")));
  }
}
