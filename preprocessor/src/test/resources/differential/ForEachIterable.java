public class ForEachIterable {
  static class Range implements Iterable<Integer> {
    final int n; Range(int n) { this.n = n; }
    public java.util.Iterator<Integer> iterator() { System.out.println("iterator"); return new It(); }
    class It implements java.util.Iterator<Integer> { int i; public boolean hasNext() { System.out.println("hasNext"); return i < n; } public Integer next() { System.out.println("next"); return i++; } }
  }
  public static void main(String[] args) {
    for (int i : new Range(2)) { T.i("i", i); for (Integer j : new Range(i)) T.i("j", j); }
    java.util.List<Integer> l = new java.util.ArrayList<>(java.util.List.of(1, 2, 3));
    for (int x : new java.util.ArrayDeque<>(l)) { T.i("x", x); l.add(x); }
    System.out.println(l);
  }
}
