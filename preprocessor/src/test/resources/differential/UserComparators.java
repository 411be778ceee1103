import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Comparators and Comparables in sorts that the program writes itself, and in the JDK's. */
public class UserComparators {
  record Version(int major, int minor) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      T.p("compare " + this + " " + other);
      int byMajor = Integer.compare(major, other.major);
      return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    }
  }

  static class Shape implements Comparable<Shape> {
    final int size;

    Shape(int size) {
      this.size = size;
    }

    int area() {
      int area = 0;
      for (int i = 0; i < size; i++) {
        T.p("row");
        area += size;
      }
      return area;
    }

    @Override
    public int compareTo(Shape o) {
      return Integer.compare(area(), o.area());
    }

    @Override
    public String toString() {
      return getClass().getSimpleName() + size;
    }
  }

  static final class Disc extends Shape {
    Disc(int size) {
      super(size);
    }

    @Override
    int area() {
      return T.i("disc", 3 * size * size);
    }

    @Override
    public int compareTo(Shape o) {
      T.p("disc first");
      return super.compareTo(o);
    }
  }

  static final class ByLength implements Comparator<CharSequence> {
    @Override
    public int compare(CharSequence a, CharSequence b) {
      return T.i("len", a.length()) - T.i("len", b.length());
    }
  }

  /** A generic comparator over another one. */
  static final class Reverse<E> implements Comparator<E> {
    private final Comparator<? super E> order;

    Reverse(Comparator<? super E> order) {
      this.order = order;
    }

    @Override
    public int compare(E a, E b) {
      return order.compare(b, a);
    }
  }

  static final class Natural<E extends Comparable<? super E>> implements Comparator<E> {
    @Override
    public int compare(E a, E b) {
      return a.compareTo(b);
    }
  }

  static <E> void insertionSort(List<E> all, Comparator<? super E> order) {
    for (int i = 1; i < all.size(); i++) {
      E moved = all.get(i);
      int to = i;
      while (to > 0 && order.compare(all.get(to - 1), moved) > 0) {
        all.set(to, all.get(to - 1));
        to--;
      }
      all.set(to, moved);
    }
  }

  static <E extends Comparable<? super E>> void quickSort(E[] all, int from, int to) {
    if (to - from < 2) {
      return;
    }
    E pivot = all[from];
    int end = from;
    for (int i = from + 1; i < to; i++) {
      if (pivot.compareTo(all[i]) > 0) {
        end++;
        E swap = all[end];
        all[end] = all[i];
        all[i] = swap;
      }
    }
    all[from] = all[end];
    all[end] = pivot;
    quickSort(all, from, end);
    quickSort(all, end + 1, to);
  }

  static <E extends Object & Comparable<? super E>> E largest(Iterable<? extends E> all) {
    E best = null;
    for (E each : all) {
      if (best == null || each.compareTo(best) > 0) {
        best = each;
      }
    }
    return best;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static int raw(Comparable a, Object b) {
    return a.compareTo(b);
  }

  public static void main(String[] args) {
    List<String> words = new ArrayList<>(List.of("pear", "fig", "banana", "kiwi"));
    insertionSort(words, new ByLength());
    System.out.println(words);
    insertionSort(words, new Reverse<>(new ByLength()));
    System.out.println(words);
    Shape[] shapes = {new Shape(3), new Disc(1), new Shape(1), new Disc(2)};
    quickSort(shapes, 0, shapes.length);
    System.out.println(Arrays.toString(shapes));
    Version[] versions = {new Version(2, 1), new Version(1, 9), new Version(2, 0)};
    quickSort(versions, 0, 3);
    System.out.println(Arrays.toString(versions));
    insertionSort(words, new Natural<>());
    System.out.println(words + " " + largest(words));
    List<Version> list = new ArrayList<>(Arrays.asList(versions));
    insertionSort(list, new Reverse<>(new Natural<Version>()));
    System.out.println(list + " " + largest(list));
    System.out.println(raw(versions[0], versions[1]) + raw("a", "b"));
    System.out.println(Integer.valueOf(3).compareTo(4) + " " + "x".compareTo("w"));
    // the JDK calls back: pinned there, and still right
    words.sort(new Quiet());
    System.out.println(words);
    try {
      Comparator<String> none = args.length > 9 ? new Natural<>() : null;
      none.compare(T.s("a", "a"), T.s("b", "b"));
    } catch (NullPointerException e) {
      System.out.println("no comparator");
    }
  }

  static final class Quiet implements Comparator<String> {
    @Override
    public int compare(String a, String b) {
      int order = 0;
      for (int i = 0; i < a.length() && i < b.length() && order == 0; i++) {
        order = Character.compare(a.charAt(i), b.charAt(i));
      }
      return order;
    }
  }
}
