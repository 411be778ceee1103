import java.util.*;
import java.util.concurrent.*;
public class ExplicitIterators {
  static int tick(int n) { int s = 0; for (int i = 0; i < 1; i++) { s += mark(n); } return s; }
  static int mark(int n) { return n; }
  static class Bag<T> implements Iterable<T> {
    final List<T> items = new ArrayList<>();
    public Iterator<T> iterator() { return items.iterator(); }
  }
  static class Wrapped implements Iterable<String> {
    final List<String> items = new ArrayList<>(List.of("p", "q"));
    public Iterator<String> iterator() { final Iterator<String> it = items.iterator(); return new Iterator<String>() { public boolean hasNext() { return it.hasNext(); } public String next() { return it.next(); } public void remove() { it.remove(); } }; }
  }
  public static void main(String[] args) {
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4, 5));
    Iterator<Integer> it = list.iterator();
    while (it.hasNext()) { int x = it.next(); tick(x); if (x % 2 == 0) it.remove(); System.out.println(x + " " + list); }
    ListIterator<Integer> li = list.listIterator(list.size());
    while (li.hasPrevious()) { int x = li.previous(); tick(x); li.set(x * 10); if (x == 3) { li.add(7); tick(1); } System.out.println(li.nextIndex() + " " + list); }
    Vector<String> v = new Vector<>(List.of("a", "b", "c"));
    for (Enumeration<String> e = v.elements(); e.hasMoreElements(); ) { tick(1); System.out.println(e.nextElement()); }
    Hashtable<String, Integer> h = new Hashtable<>();
    for (int i = 0; i < 20; i++) h.put("k" + i, i);
    Enumeration<String> keys = h.keys();
    while (keys.hasMoreElements()) { String k = keys.nextElement(); tick(1); System.out.print(k + "=" + h.get(k) + " "); }
    Enumeration<Integer> ce = Collections.enumeration(h.values());
    while (ce.hasMoreElements()) { tick(1); System.out.print(ce.nextElement() + " "); }
    System.out.println();
    Map<String, Integer> m = new HashMap<>();
    for (int i = 0; i < 10; i++) m.put("key" + i, i);
    Set<String> ks = m.keySet(); Collection<Integer> vs = m.values(); Set<Map.Entry<String, Integer>> es = m.entrySet();
    tick(1);
    ks.remove("key3"); vs.remove(5); es.removeIf(e -> e.getValue() == 7);
    System.out.println(m + " " + ks + " " + vs + " " + es);
    Map.Entry<String, Integer> best = null;
    for (Map.Entry<String, Integer> e : m.entrySet()) { tick(1); if (best == null || e.getValue() > best.getValue()) best = e; }
    tick(1); best.setValue(100); System.out.println(m.get(best.getKey()) + " " + best);
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(m.entrySet());
    tick(1);
    sorted.sort(Map.Entry.comparingByValue());
    tick(1);
    for (Map.Entry<String, Integer> e : sorted) { tick(1); e.setValue(e.getValue() + 1); }
    System.out.println(m + " " + sorted);
    Iterator<Map.Entry<String, Integer>> ei = m.entrySet().iterator();
    while (ei.hasNext()) { Map.Entry<String, Integer> e = ei.next(); tick(2); if (e.getValue() > 5) { ei.remove(); tick(1); } else e.setValue(-1); }
    System.out.println(m);
    List<Integer> sub = list.subList(0, 2); tick(1); sub.add(99); sub.set(0, 5); tick(1); System.out.println(list + " " + sub);
    list.add(1); tick(1);
    try { System.out.println(sub.size()); } catch (ConcurrentModificationException e) { System.out.println("cme sub"); }
    Iterator<Integer> stale = list.iterator(); stale.next(); list.add(8); tick(1);
    try { tick(1); stale.next(); } catch (ConcurrentModificationException e) { System.out.println("cme"); }
    Iterator<Integer> later = list.iterator(); later.next(); tick(1); list.set(0, 4); list.remove(0); list.add(0, 77);
    try { tick(1); later.next(); } catch (ConcurrentModificationException e) { System.out.println("cme2"); }
    try { for (String k : m.keySet()) { tick(1); m.put("new" + k, 1); tick(1); m.remove("new" + k); } System.out.println("none"); } catch (ConcurrentModificationException e) { System.out.println("cme3"); }
    Iterator<String> none = new TreeMap<>(Map.of("a", 1)).keySet().iterator(); none.next(); tick(1);
    try { none.next(); } catch (NoSuchElementException e) { System.out.println("nse"); }
    none.remove(); tick(1);
    try { none.remove(); } catch (IllegalStateException e) { System.out.println("ise"); }
    Bag<String> bag = new Bag<>(); bag.items.addAll(List.of("x", "y", "z"));
    for (String s : bag) { tick(1); System.out.print(s); }
    Iterator<String> bi = bag.iterator(); while (bi.hasNext()) { tick(1); if (bi.next().equals("y")) bi.remove(); } System.out.println(bag.items);
    Iterator<String> wi = new Wrapped().iterator(); while (wi.hasNext()) { tick(1); System.out.print(wi.next()); wi.remove(); } System.out.println();
    StringTokenizer st = new StringTokenizer("a,b;c  d", ",; ", true); while (st.hasMoreTokens()) { tick(1); System.out.print("[" + st.nextToken() + "]" + st.countTokens()); } System.out.println();
    CopyOnWriteArrayList<Integer> cow = new CopyOnWriteArrayList<>(List.of(1, 2, 3));
    for (Integer x : cow) { tick(1); cow.add(x * 10); } System.out.println(cow);
    Iterator<Integer> ci = cow.iterator(); ci.next(); cow.add(0, 5); tick(1); while (ci.hasNext()) { tick(1); System.out.print(ci.next() + " "); } System.out.println();
    ConcurrentHashMap<String, Integer> chm = new ConcurrentHashMap<>(Map.of("a", 1, "b", 2, "c", 3));
    for (Map.Entry<String, Integer> e : chm.entrySet()) { tick(1); e.setValue(e.getValue() * 2); chm.remove("c"); } System.out.println(chm);
    Deque<Integer> dq = new ArrayDeque<>(List.of(1, 2, 3)); Iterator<Integer> di = dq.descendingIterator(); 
    for (Integer x : dq) { tick(1); System.out.print(x); }
    PriorityQueue<Map.Entry<String, Integer>> pq = new PriorityQueue<>((a, b) -> b.getValue() - a.getValue());
    pq.addAll(h.entrySet()); while (pq.size() > 15) { tick(1); System.out.print(pq.poll()); } System.out.println();
    EnumMap<TimeUnit, String> em = new EnumMap<>(Map.of(TimeUnit.DAYS, "d", TimeUnit.HOURS, "h"));
    for (Map.Entry<TimeUnit, String> e : em.entrySet()) { tick(1); e.setValue(e.getValue() + "!"); } System.out.println(em);
    List<List<Integer>> parts = new ArrayList<>(); for (int i = 0; i + 2 <= list.size(); i += 2) { parts.add(list.subList(i, i + 2)); tick(1); } System.out.println(parts);
    Iterator rawIt = new LinkedList(list).iterator(); while (rawIt.hasNext()) { Object o = rawIt.next(); tick(1); if (o.hashCode() > 9) rawIt.remove(); }
    Iterator<Map.Entry<Object, Integer>> oi = objects().entrySet().iterator(); int sum = 0; while (oi.hasNext()) { tick(1); sum += oi.next().getValue(); } System.out.println(sum);
  }
  static Map<Object, Integer> objects() { Map<Object, Integer> o = new HashMap<>(); for (int i = 0; i < 20; i++) o.put(new Object(), i); return o; }
}
