import java.util.Objects;
import java.util.function.Supplier;

/** toString, equals and hashCode of the program's classes, called directly. */
public class ObjectMethods {
  static final class Chain {
    final int value;
    final Chain next;

    Chain(int value, Chain next) {
      this.value = value;
      this.next = next;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder();
      for (Chain c = this; c != null; c = c.next) {
        text.append(T.i("v", c.value)).append('>');
      }
      return text.toString();
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Chain other
          && T.i("eq", value) == other.value
          && (next == null ? other.next == null : next.equals(other.next));
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (Chain c = this; c != null; c = c.next) {
        hash = 31 * hash + T.i("h", c.value);
      }
      return hash;
    }
  }

  /** Quiet: a loop, but nothing that waits; so it may run pinned where the JDK calls it. */
  static final class Word {
    final String text;

    Word(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      StringBuilder back = new StringBuilder();
      for (int i = text.length() - 1; i >= 0; i--) {
        back.append(text.charAt(i));
      }
      return back.toString();
    }
  }

  public static void main(String[] args) {
    Chain a = new Chain(1, new Chain(2, null));
    Chain b = new Chain(1, new Chain(2, null));
    System.out.println(a.toString());
    System.out.println(a.equals(b) + " " + a.equals(null) + " " + (a.hashCode() == b.hashCode()));
    Word word = new Word("drow");
    System.out.println(word.toString() + word + Objects.toString(word) + String.valueOf(word));
    Supplier<Word> words = new Words();
    System.out.println("concatenated " + words.get() + ' ' + words.get());
  }

  static final class Words implements Supplier<Word> {
    private int n;

    @Override
    public Word get() {
      return new Word(T.s("made", "w" + n++));
    }
  }
}
