import java.util.*;
public class Lru {
    static class Cache<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int max; int evicted;
        Cache(int max) { super(16, 0.75f, true); this.max = max; }
        @Override protected boolean removeEldestEntry(Map.Entry<K, V> eldest) { boolean r = size() > max; if (r) evicted++; return r; }
    }
    public static void main(String[] args) {
        Cache<String, Integer> c = new Cache<>(3);
        String[] keys = {"a", "b", "c", "a", "d", "e", "a", "f", "b"};
        for (String k : keys) { Integer v = c.get(k); if (v == null) c.put(k, k.charAt(0) - 'a'); else c.put(k, v + 100); System.out.println(k + " -> " + c); }
        System.out.println(c.evicted);
        for (Map.Entry<String, Integer> e : c.entrySet()) { e.setValue(e.getValue() * 2); }
        System.out.println(c + " " + c.keySet() + " " + c.values());
    }
}
