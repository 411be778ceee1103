import java.util.*;
public class Bst<K extends Comparable<K>, V> {
    private static class Node<K, V> { K key; V val; Node<K, V> left, right; int n = 1; Node(K k, V v) { key = k; val = v; } }
    private Node<K, V> root;
    void put(K k, V v) { root = put(root, k, v); }
    private Node<K, V> put(Node<K, V> x, K k, V v) {
        if (x == null) return new Node<>(k, v);
        int cmp = k.compareTo(x.key);
        if (cmp < 0) x.left = put(x.left, k, v); else if (cmp > 0) x.right = put(x.right, k, v); else x.val = v;
        x.n = 1 + size(x.left) + size(x.right); return x;
    }
    private int size(Node<K, V> x) { return x == null ? 0 : x.n; }
    int height(Node<?, ?> x) { return x == null ? -1 : 1 + Math.max(height(x.left), height(x.right)); }
    V get(K k) { Node<K, V> x = root; while (x != null) { int c = k.compareTo(x.key); if (c == 0) return x.val; x = c < 0 ? x.left : x.right; } return null; }
    interface Visitor<K, V> { void visit(K k, V v, int depth); }
    void inorder(Visitor<? super K, ? super V> vis) { inorder(root, vis, 0); }
    private void inorder(Node<K, V> x, Visitor<? super K, ? super V> vis, int d) { if (x == null) return; inorder(x.left, vis, d + 1); vis.visit(x.key, x.val, d); inorder(x.right, vis, d + 1); }
    static class Printer implements Visitor<Object, Object> { int lines; public void visit(Object k, Object v, int d) { for (int i = 0; i < d; i++) System.out.print("  "); System.out.println(k + "=" + v); lines++; } }
    public static void main(String[] args) {
        Bst<String, Integer> t = new Bst<>(); String text = "it was the best of times it was the worst of times";
        for (String w : text.split("\\s+")) { Integer c = t.get(w); t.put(w, c == null ? 1 : c + 1); }
        Printer p = new Printer(); t.inorder(p); System.out.println(p.lines + " " + t.height(t.root) + " " + t.size(t.root));
        Bst<Integer, Character> u = new Bst<>(); for (int i : new int[] {5, 2, 8, 1, 9, 3}) u.put(i, (char) ('a' + i)); u.inorder(new Printer());
    }
}
