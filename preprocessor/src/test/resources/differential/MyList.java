import java.util.*;
public class MyList<T> implements Iterable<T> {
    private class Node { T item; Node next, prev; Node(T item) { this.item = item; } }
    private Node head, tail; private int size;
    public MyList<T> add(T t) { Node n = new Node(t); if (head == null) head = tail = n; else { n.prev = tail; tail.next = n; tail = n; } size++; return this; }
    public T get(int i) { if (i < 0 || i >= size) throw new IndexOutOfBoundsException("" + i); Node n = head; while (i-- > 0) n = n.next; return n.item; }
    public boolean remove(Object o) { for (Node n = head; n != null; n = n.next) if (Objects.equals(o, n.item)) { if (n.prev == null) head = n.next; else n.prev.next = n.next; if (n.next == null) tail = n.prev; else n.next.prev = n.prev; size--; return true; } return false; }
    public void reverse() { Node n = head; Node t = head; head = tail; tail = t; while (n != null) { Node x = n.next; n.next = n.prev; n.prev = x; n = x; } }
    @Override public Iterator<T> iterator() { return new Iter(); }
    private class Iter implements Iterator<T> {
        private Node cur = head;
        public boolean hasNext() { return cur != null; }
        public T next() { if (cur == null) throw new NoSuchElementException(); T t = cur.item; cur = cur.next; return t; }
    }
    public Iterable<T> backwards() { return new Iterable<T>() { public Iterator<T> iterator() { return new Iterator<T>() { Node c = tail; @Override public boolean hasNext() { return c != null; } @Override public T next() { T r = c.item; c = c.prev; return r; } }; } }; }
    public static <E extends Comparable<? super E>> E max(MyList<? extends E> l) { E best = null; for (E e : l) if (best == null || e.compareTo(best) > 0) best = e; return best; }
    public static void main(String[] args) {
        MyList<String> l = new MyList<>(); for (String s : "the quick brown fox jumps over".split(" ")) l.add(s);
        for (String s : l) { System.out.print(s + ","); } System.out.println(l.size);
        l.reverse(); l.remove("fox"); l.remove("nope");
        for (String s : l.backwards()) for (char c : s.toCharArray()) { if (c == 'o') continue; System.out.print(c); } System.out.println();
        System.out.println(max(l) + " " + l.get(2)); try { l.get(99); } catch (IndexOutOfBoundsException e) { System.out.println(e.getMessage()); }
    }
}
