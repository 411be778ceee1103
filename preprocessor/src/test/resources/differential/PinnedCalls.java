public class PinnedCalls {
  static class Made { final int v; Made() { int s = 0; for (int i = 0; i < 5; i++) s += i; v = s; } @Override public String toString() { String r = ""; for (int i = 0; i < 2; i++) r += v; return r; } @Override public int hashCode() { int h = 1; for (int i = 0; i < 3; i++) h = h * 31 + i; return h; } @Override public boolean equals(Object o) { return o instanceof Made; } }
  static int slow(int n) { int s = 0; for (int i = 0; i < n; i++) s += i; return s; }
  public static void main(String[] args) { Made m = new Made(); System.out.println(m + "" + new java.util.HashSet<>(java.util.List.of(m)).contains(new Made())); java.util.List<Integer> l = new java.util.ArrayList<>(java.util.List.of(3, 1, 2)); l.sort((a, b) -> slow(a) - slow(b)); System.out.println(l); for (int i = 0; i < 3; i++) System.out.println(l.stream().mapToInt(x -> slow(x)).sum() + slow(i)); }
}
