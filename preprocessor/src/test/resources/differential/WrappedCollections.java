import io.leverage.Checkpointable;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JDK's wrappers around collections of the program's own, and around large arrays. */
public final class WrappedCollections {
  static final class Window extends AbstractMap<String, Integer>
      implements SortedMap<String, Integer> {
    private final TreeMap<String, Integer> map = new TreeMap<>();

    @Override
    public Integer put(String key, Integer value) {
      return map.put(key, value);
    }

    @Override
    public Set<Map.Entry<String, Integer>> entrySet() {
      return map.entrySet();
    }

    @Override
    public Comparator<? super String> comparator() {
      return map.comparator();
    }

    @Override
    public SortedMap<String, Integer> subMap(String from, String to) {
      return map.subMap(from, to);
    }

    @Override
    public SortedMap<String, Integer> headMap(String to) {
      return map.headMap(to);
    }

    @Override
    public SortedMap<String, Integer> tailMap(String from) {
      return map.tailMap(from);
    }

    @Override
    public String firstKey() {
      return map.firstKey();
    }

    @Override
    public String lastKey() {
      return map.lastKey();
    }
  }

  @Checkpointable
  public static void main(String[] args) {
    Window window = new Window();
    SortedMap<String, Integer> sorted = Collections.unmodifiableSortedMap(window);
    Map<String, Integer> both = Collections.synchronizedMap(window);
    List<Integer> large = Arrays.asList(new Integer[3000]);
    for (int i = 0; i < 4; i++) {
      window.put("k" + i, i);
      large.set(i * 999, i);
    }
    T.p("filled");
    both.put("a", 9);
    System.out.println(sorted + " " + sorted.firstKey() + " " + large.get(2997) + large.size());
  }
}
