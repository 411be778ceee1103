public class LinkedStructures {
  static class Node { int k; Node l, r; Node(int k) { this.k = k; } }
  static Node insert(Node n, int k) { if (n == null) return new Node(T.i("new", k)); if (k < n.k) n.l = insert(n.l, k); else n.r = insert(n.r, k); return n; }
  static void walk(Node n, StringBuilder b) { if (n == null) return; walk(n.l, b); b.append(n.k).append(' '); walk(n.r, b); }
  public static void main(String[] args) { Node root = null; for (int k : new int[] {5, 2, 8, 1, 9, 3}) root = insert(root, k); StringBuilder b = new StringBuilder(); walk(root, b); System.out.println(b); }
}
