import io.leverage.Checkpointable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of types that hold captured wildcards inside, such as a set of entries of who knows what. */
public final class NestedCaptures {
  static class Slow<K, V> extends AbstractMap<K, V> {
    private final List<Map.Entry<K, V>> list = new ArrayList<>();

    Slow<K, V> with(K key, V value) {
      list.add(new AbstractMap.SimpleEntry<>(key, value));
      return this;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
      int size = 0;
      for (int i = 0; i < list.size(); i++) {
        size += i + 1 - i;
      }
      int counted = size;
      return new AbstractSet<>() {
        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
          return list.iterator();
        }

        @Override
        public int size() {
          return counted;
        }
      };
    }

    List<? super V>[] sinks(List<? super V> sink) {
      @SuppressWarnings("unchecked")
      List<? super V>[] sinks = (List<? super V>[]) new List<?>[1];
      for (int i = 0; i < sinks.length; i++) {
        sinks[i] = sink;
      }
      return sinks;
    }
  }

  static <K, V> Collection<Map.Entry<K, V>> both(Slow<K, V> one, Slow<K, V> other) {
    List<Map.Entry<K, V>> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      all.addAll(i == 0 ? one.entrySet() : other.entrySet());
    }
    return all;
  }

  static <K, V> int add(Collection<Map.Entry<? extends K, ? extends V>> to, Slow<? extends K, ? extends V> from) {
    int before = to.size();
    for (Map.Entry<? extends K, ? extends V> entry : from.entrySet()) {
      to.add(entry);
    }
    return to.size() - before + from.entrySet().size();
  }

  static boolean same(Object a, Object b) {
    return a.equals(b) && a.hashCode() == b.hashCode();
  }

  @Checkpointable
  public static void main(String[] args) {
    Slow<String, Integer> map = new Slow<String, Integer>().with("a", 1).with("b", 2);
    Slow<?, ?> unknown = map;
    Slow<? extends CharSequence, ? extends Number> bounded = map;
    StringBuilder log = new StringBuilder();
    log.append(same(map.entrySet(), unknown.entrySet())).append(' ');
    log.append(Arrays.asList(bounded.entrySet(), unknown.entrySet())).append(' ');
    log.append(both(unknown, new Slow<>()).size()).append(both(bounded, new Slow<>()).size()).append(' ');
    List<Map.Entry<? extends CharSequence, ? extends Number>> all = new ArrayList<>();
    log.append(add(all, bounded)).append(all).append(' ');
    List<Number> sink = new ArrayList<>();
    log.append(map.sinks(sink).length + bounded.sinks(new ArrayList<Object>()).length);
    System.out.println(log);
  }
}
