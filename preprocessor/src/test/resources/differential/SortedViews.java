import io.leverage.Checkpointable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/** Parts of sorted sets, which see what changes in the set, and change it. */
public final class SortedViews {
  static final class Item implements Comparable<Item> {
    private final int number;
    private final SortedSet<Item> all;

    Item(int number, SortedSet<Item> all) {
      this.number = number;
      this.all = all;
    }

    @Override
    public int compareTo(Item other) {
      return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
      return number + "/" + all.size();
    }
  }

  static final class Named extends TreeSet<String> {
    private static final long serialVersionUID = 1;
    private final String name;

    Named(String name, Comparator<String> order) {
      super(order);
      this.name = name;
    }
  }

  @Checkpointable
  public static void main(String[] args) {
    TreeSet<Integer> set = new TreeSet<>();
    for (int i = 0; i < 10; i++) {
      set.add(i * 10);
    }
    NavigableSet<Integer> part = set.subSet(20, true, 60, false);
    SortedSet<Integer> tail = set.tailSet(50);
    SortedSet<Integer> head = part.headSet(40);
    NavigableSet<Integer> backwards = set.descendingSet();
    T.p("taken");
    set.add(35);
    part.remove(30);
    System.out.println(part + " " + tail + " " + head + " " + backwards + " " + part.remove(20));
    try {
      part.add(61);
      System.out.println("added");
    } catch (IllegalArgumentException e) {
      System.out.println("out of range");
    }
    T.p("again");
    head.add(25);
    System.out.println(backwards.first() + " " + set + set.contains(25) + set.add(25));
    int sum = 0;
    for (Iterator<Integer> each = part.iterator(); each.hasNext(); ) {
      int next = each.next();
      sum += T.i("next", next);
      if (next == 35) {
        each.remove();
      }
    }
    System.out.println(sum + " " + set + " " + set.remove(10) + set.remove(11));
    Named named = new Named("n", Comparator.reverseOrder());
    named.add("a");
    named.add("c");
    SortedSet<String> before = named.headSet("b");
    named.add("d");
    TreeSet<Item> items = new TreeSet<>();
    items.add(new Item(1, items));
    items.add(new Item(2, items.tailSet(new Item(2, items))));
    T.p("named");
    System.out.println(named + named.name + before + items + before.comparator().compare("a", "b"));
    NavigableSet<String> only = new TreeSet<>(named).tailSet("c", false);
    T.p("the rest of it is not held");
    System.out.println(only + " " + only.add("A") + only.remove("A") + only.remove("A"));
  }
}
