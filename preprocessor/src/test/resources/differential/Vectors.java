import java.util.Stack;
import java.util.Vector;

public class Vectors {
  static class Growing extends Vector<String> {
    Growing() {
      super(3, 5);
    }

    int step() {
      return capacityIncrement;
    }

    @Override
    public synchronized int capacity() {
      return -1;
    }
  }

  static class Pile extends Stack<String> {
    Pile() {
      capacityIncrement = 4;
    }
  }

  static void fill(Vector<String> v, int n) {
    for (int i = 0; i < n; i++) {
      v.add("e" + i);
      System.out.print(v.capacity() + " ");
    }
    System.out.println(v);
  }

  public static void main(String[] args) {
    fill(new Vector<>(), 12);
    fill(new Vector<>(0), 9);
    fill(new Vector<>(2, 3), 9);
    fill(new Vector<>(7, -3), 16);
    Growing g = new Growing();
    fill(g, 4);
    System.out.println(g.step());
    fill(new Stack<>(), 11);
    fill(new Pile(), 16);
    Vector<Object> self = new Vector<>(1, 2);
    for (int i = 0; i < 3; i++) {
      self.add(self);
    }
    System.out.println(self.capacity() + " " + (self.get(2) == self));
    Vector<String> trimmed = new Vector<>(100, 1);
    for (int i = 0; i < 3; i++) {
      trimmed.add("x");
    }
    trimmed.trimToSize();
    for (int i = 0; i < 3; i++) {
      System.out.println(trimmed.capacity());
      trimmed.add("y");
    }
  }
}
