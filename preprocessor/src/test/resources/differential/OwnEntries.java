import java.util.*;

/** The user's iterators, enumerations and entries, called as the JDK's interfaces. */
public class OwnEntries {
  static final class Steps implements ListIterator<String>, Enumeration<String> {
    final List<String> all;
    int at;
    int last = -1;
    Steps(List<String> all) { this.all = all; }
    @Override public boolean hasNext() { return T.b("hasNext", at < all.size()); }
    @Override public String next() { last = at; return T.s("next", all.get(at++)); }
    @Override public boolean hasPrevious() { return T.b("hasPrevious", at > 0); }
    @Override public String previous() { last = --at; return T.s("previous", all.get(at)); }
    @Override public int nextIndex() { return T.i("nextIndex", at); }
    @Override public int previousIndex() { return T.i("previousIndex", at - 1); }
    @Override public void remove() { T.p("remove"); all.remove(last); at = last; }
    @Override public void set(String s) { T.p("set"); all.set(last, s); }
    @Override public void add(String s) { T.p("add"); all.add(at++, s); }
    @Override public boolean hasMoreElements() { return hasNext(); }
    @Override public String nextElement() { return next(); }
  }

  record Field<V>(String name, V[] value) implements Map.Entry<String, V> {
    @Override public String getKey() { return T.s("key", name); }
    @Override public V getValue() { T.p("value"); return value[0]; }
    @Override public V setValue(V v) { V old = getValue(); T.p("set value"); value[0] = v; return old; }
  }

  static <E> int count(Enumeration<? extends E> each, E wanted) {
    int n = 0;
    while (each.hasMoreElements()) { if (each.nextElement().equals(wanted)) n++; }
    return n;
  }

  static <K, V extends Comparable<? super V>> K best(List<? extends Map.Entry<? extends K, V>> entries) {
    K best = null;
    V most = null;
    for (Map.Entry<? extends K, V> e : entries) {
      if (most == null || e.getValue().compareTo(most) > 0) { most = e.getValue(); best = e.getKey(); }
    }
    return best;
  }

  public static void main(String[] args) {
    List<String> words = new ArrayList<>(List.of("a", "b", "c"));
    ListIterator<String> it = new Steps(words);
    while (it.hasNext()) {
      String s = it.next();
      if (s.equals("b")) { it.remove(); it.add("B"); it.add("BB"); }
    }
    while (it.hasPrevious()) {
      int i = it.previousIndex();
      it.set(it.previous() + i + it.nextIndex());
    }
    System.out.println(words + " " + count(new Steps(words), "a00") + count(Collections.enumeration(words), "a00"));
    Map.Entry<String, Integer> e = new Field<>("x", new Integer[] {4});
    System.out.println(e.setValue(e.getValue() + T.i("plus", 1)) + " " + e.getValue());
    System.out.println(best(List.of(e, Map.entry("y", 9), new Field<>("z", new Integer[] {7}))));
    for (Map.Entry<String, Integer> each : new TreeMap<>(Map.of("p", 1, "q", 2)).entrySet()) {
      System.out.println(each.getKey() + T.i("of map", each.getValue()));
    }
  }
}
