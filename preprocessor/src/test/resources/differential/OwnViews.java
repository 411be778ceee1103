import io.leverage.Checkpointable;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Maps and lists of the program's own, which give copies, and views that they wrap. */
public final class OwnViews {
  static final class Copying extends AbstractMap<String, Integer> {
    private final Map<String, Integer> map = new LinkedHashMap<>();

    @Override
    public Integer put(String key, Integer value) {
      return map.put(key, value);
    }

    @Override
    public Set<Map.Entry<String, Integer>> entrySet() {
      return map.entrySet();
    }

    @Override
    public Set<String> keySet() {
      return new LinkedHashSet<>(map.keySet());
    }

    @Override
    public Collection<Integer> values() {
      return Collections.unmodifiableCollection(map.values());
    }
  }

  static final class CopyingList extends AbstractList<Integer> {
    private final List<Integer> list = new ArrayList<>();

    @Override
    public void add(int index, Integer element) {
      list.add(index, element);
    }

    @Override
    public Integer get(int index) {
      return list.get(index);
    }

    @Override
    public int size() {
      return list.size();
    }

    @Override
    public List<Integer> subList(int from, int to) {
      return new ArrayList<>(list.subList(from, to));
    }
  }

  static final class Table extends Hashtable<String, Integer> {}

  static final class Counted extends HashMap<String, Integer> {
    @Override
    public Set<String> keySet() {
      return super.keySet();
    }
  }

  @Checkpointable
  public static void main(String[] args) {
    Map<String, Integer> map = new Copying();
    List<Integer> list = new CopyingList();
    Map<String, Integer> table = new Table();
    Map<String, Integer> counted = new Counted();
    for (int i = 0; i < 3; i++) {
      map.put("k" + i, i);
      list.add(i);
      table.put("t", i);
      counted.put("c" + i, i);
    }
    Set<String> keys = map.keySet();
    Collection<Integer> values = map.values();
    List<Integer> part = list.subList(1, 3);
    Set<String> tableKeys = table.keySet();
    Set<String> countedKeys = counted.keySet();
    T.p("taken");
    map.put("more", 7);
    list.add(0, 8);
    part.add(9);
    table.put("u", 1);
    counted.put("d", 1);
    T.p("changed");
    System.out.println(keys + " " + values + " " + part + " " + tableKeys.size() + countedKeys);
    System.out.println(values.equals(values) + " " + (values.hashCode() == values.hashCode()));
    System.out.println(values.equals(map.values()) + " " + keys.equals(map.keySet()));
  }
}
