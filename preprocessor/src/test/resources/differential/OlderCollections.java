import java.util.*; import java.util.concurrent.*;
public class OlderCollections {
  static int tick(int n) { int s = 0; for (int i = 0; i < 1; i++) { s += n; } return s; }
  static class Holder { Iterator<Integer> kept; Holder(List<Integer> l) { kept = l.iterator(); } }
  static class Older {
    Hashtable table = new Hashtable(); Vector order = new Vector();
    Enumeration all() { return order.elements(); }
    Enumeration values() { return table.elements(); }
    Iterator entries() { Iterator i = table.entrySet().iterator(); return i; }
  }
  static class Graph { Map<String, List<String>> out = new TreeMap<>(); 
    Iterator<String> from(String n) { List<String> l = out.get(n); return l == null ? Collections.<String>emptyIterator() : l.iterator(); } }
  static void dfs(Graph g, String n, Set<String> seen, StringBuilder sb) { if (!seen.add(n)) return; tick(1); sb.append(n); Iterator<String> it = g.from(n); while (it.hasNext()) { dfs(g, it.next(), seen, sb); } sb.append('.'); }
  static <K, V extends Comparable<V>> K argmax(Map<K, V> m) { Map.Entry<K, V> best = null; for (Iterator<Map.Entry<K, V>> i = m.entrySet().iterator(); i.hasNext(); ) { Map.Entry<K, V> e = i.next(); tick(1); if (best == null || e.getValue().compareTo(best.getValue()) > 0) best = e; } return best.getKey(); }
  static int wild(Map<?, ? extends Number> m, List<? super Integer> l) { int s = 0; for (Map.Entry<?, ? extends Number> e : m.entrySet()) { tick(1); s += e.getValue().intValue(); } Iterator<?> it = l.iterator(); while (it.hasNext()) { tick(1); s += it.next().hashCode(); } for (Object k : m.keySet()) { s += tick(k.hashCode()); } return s; }
  public static void main(String[] args) {
    Older o = new Older(); for (int i = 0; i < 12; i++) { o.table.put("n" + i, i); o.order.add("n" + i); }
    for (Enumeration e = o.all(); e.hasMoreElements(); ) { Object k = e.nextElement(); tick(1); System.out.print(k + ":" + o.table.get(k) + " "); }
    Enumeration ve = o.values(); int sum = 0; while (ve.hasMoreElements()) { sum += (Integer) ve.nextElement(); tick(1); } System.out.println(sum);
    Iterator en = o.entries(); while (en.hasNext()) { Map.Entry e = (Map.Entry) en.next(); tick(1); if ((Integer) e.getValue() > 5) en.remove(); } System.out.println(o.table);
    Graph g = new Graph(); g.out.put("a", List.of("b", "c")); g.out.put("b", List.of("d")); g.out.put("c", new ArrayList<>(List.of("d", "a"))); StringBuilder sb = new StringBuilder(); dfs(g, "a", new HashSet<>(), sb); System.out.println(sb);
    System.out.println(argmax(Map.of("x", 1, "y", 5, "z", 3)) + argmax(new TreeMap<>(Map.of(1, "a", 2, "b"))));
    System.out.println(wild(Map.of("a", 1, "b", 2.5), new ArrayList<Number>(List.of(1, 2))));
    Properties p = new Properties(); p.setProperty("a", "1"); p.setProperty("b", "2"); Enumeration<?> pe = p.propertyNames(); List<String> names = new ArrayList<>(); while (pe.hasMoreElements()) names.add((String) pe.nextElement()); tick(1); Collections.sort(names); ConcurrentHashMap<Integer, String> ch = new ConcurrentHashMap<>(Map.of(1, "a", 2, "b")); for (Enumeration<String> ee = ch.elements(); ee.hasMoreElements(); ) { tick(1); System.out.print(ee.nextElement()); } for (Enumeration<Integer> ee = ch.keys(); ee.hasMoreElements(); ) { tick(1); System.out.print(ee.nextElement()); } System.out.println(names);
    TreeMap<Integer, String> t = new TreeMap<>(); for (int i = 0; i < 8; i++) t.put(i, "v" + i);
    SortedMap<Integer, String> head = t.headMap(4); NavigableMap<Integer, String> desc = t.descendingMap(); tick(1); head.remove(1); t.put(2, "new"); System.out.println(head + " " + desc);
    for (Map.Entry<Integer, String> e : desc.entrySet()) { tick(1); e.setValue(e.getValue() + "!"); } System.out.println(t);
    TreeSet<Integer> ts = new TreeSet<>(t.keySet()); Iterator<Integer> it = ts.iterator(); while (it.hasNext()) { int x = it.next(); tick(1); if (x % 2 == 0) it.remove(); } System.out.println(ts);
    for (Iterator<Integer> d = ts.descendingIterator(); d.hasNext(); ) System.out.print(d.next()); 
    Set<Integer> sync = Collections.synchronizedSet(new HashSet<>(Arrays.asList(3, 1, 2))); Iterator<Integer> si = sync.iterator(); while (si.hasNext()) { tick(1); System.out.print(si.next()); }
    Map<String, Integer> um = Collections.unmodifiableMap(new LinkedHashMap<>(Map.of("q", 1))); for (Map.Entry<String, Integer> e : um.entrySet()) { tick(1); System.out.println(e); try { e.setValue(2); } catch (UnsupportedOperationException u) { System.out.println("uoe"); } }
    Iterator<Integer> im = List.of(1, 2).iterator(); im.next(); tick(1); try { im.remove(); } catch (UnsupportedOperationException u) { System.out.println("uoe2"); }
    List<String> names2 = new LinkedList<>(List.of("a", "b", "c", "d")); for (ListIterator<String> li = names2.listIterator(); li.hasNext(); ) { String s = li.next(); tick(1); if (s.equals("b")) { li.remove(); tick(1); li.add("B"); tick(1); li.add("BB"); } else if (s.equals("c")) { li.previous(); tick(1); li.set("C"); li.next(); } } System.out.println(names2);
    Object[] arr = { new ArrayList<>(List.of(1)).iterator(), names2.listIterator(2) }; tick(1); System.out.println(((Iterator<?>) arr[0]).next() + "" + ((ListIterator<?>) arr[1]).previous());
    Map<String, Integer> lru = new LinkedHashMap<>(16, 0.75f, true); lru.put("a", 1); lru.put("b", 2); lru.put("c", 3); Iterator<String> li = lru.keySet().iterator(); li.next(); tick(1); lru.get("a"); try { li.next(); } catch (ConcurrentModificationException e) { System.out.println("cme"); }
    try { List<Integer> l = new ArrayList<>(List.of(1, 2, 3)); for (Integer x : l) { tick(1); if (x == 2) l.remove(x); tick(1); } System.out.println(l); } catch (ConcurrentModificationException e) { System.out.println("cme"); }
    try { List<Integer> l = new ArrayList<>(List.of(1, 2, 3)); for (Integer x : l) { tick(1); if (x == 1) { l.add(9); l.remove((Integer) 9); } tick(1); } System.out.println(l); } catch (ConcurrentModificationException e) { System.out.println("cme size same"); }
    Iterator<Integer> nul = null; List<Integer> none = null; try { tick(1); nul = none.iterator(); } catch (NullPointerException e) { System.out.println("npe"); }
    Holder hd = new Holder(new ArrayList<>(List.of(4, 5))); tick(1); System.out.println(hd.kept.next()); 
  }
}
