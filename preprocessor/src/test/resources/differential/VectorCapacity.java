import java.util.Stack;
import java.util.Vector;

/** The capacity of a vector can be asked for, and so it must travel. */
public class VectorCapacity {
  static class Own extends Vector<String> {
    private static final long serialVersionUID = 1;
    int more = 5;

    Own() {
      super();
    }
  }

  public static void main(String[] args) {
    Vector<Integer> empty = new Vector<>(0);
    Vector<Integer> by3 = new Vector<>(2, 3);
    Vector<Integer> negative = new Vector<>(1, -7);
    Vector<Integer> usual = new Vector<>();
    Stack<Integer> stack = new Stack<>();
    Stack<Integer> trimmed = new Stack<>();
    Own own = new Own();
    trimmed.push(1);
    trimmed.trimToSize();
    for (int i = 0; i < 25; i++) {
      by3.add(i);
      negative.add(i);
      usual.add(i);
      stack.push(i);
      if (i % 5 == 0) {
        own.add("v" + i);
        trimmed.push(i);
      }
      if (i == 20) {
        usual.clear();
      }
      System.out.println(
          i + " " + empty.capacity() + " " + by3.capacity() + " " + negative.capacity() + " "
              + usual.capacity() + " " + stack.capacity() + " " + trimmed.capacity() + " " + own
              + own.more + own.capacity());
    }
    System.out.println(by3 + " " + usual + " " + stack + " " + trimmed.pop());
    Vector<Integer> self = new Vector<>(empty);
    for (int i = 0; i < 3; i++) {
      self.ensureCapacity(self.capacity() + 1);
      System.out.println(self.capacity());
    }
  }
}
