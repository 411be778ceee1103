import io.leverage.Checkpointable;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Anonymous classes whose type arguments are inferred, and whose methods can be frozen. */
public final class AnonymousDiamonds {
  static class Pairs<K, V> extends AbstractMap<K, V> {
    private final List<Map.Entry<K, V>> list = new ArrayList<>();

    Pairs<K, V> with(K key, V value) {
      list.add(new AbstractMap.SimpleEntry<>(key, value));
      return this;
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
          List<Map.Entry<K, V>> copy = new ArrayList<>();
          for (int i = 0; i < list.size(); i++) {
            copy.add(list.get(i));
          }
          return copy.iterator();
        }

        @Override
        public int size() {
          int size = 0;
          for (Map.Entry<K, V> each : list) {
            size += each == null ? 0 : 1;
          }
          return size;
        }
      };
    }
  }

  static <T extends Comparable<? super T>> List<T> smallest(List<? extends T> of, int limit) {
    class Ranked {
      final T value;

      Ranked(T value) {
        this.value = value;
      }
    }
    List<Ranked> ranks =
        new AbstractList<>() {
          @Override
          public Ranked get(int index) {
            List<T> sorted = new ArrayList<>(of);
            for (int i = 1; i < sorted.size(); i++) {
              for (int j = i; j > 0 && sorted.get(j - 1).compareTo(sorted.get(j)) > 0; j--) {
                T held = sorted.get(j);
                sorted.set(j, sorted.get(j - 1));
                sorted.set(j - 1, held);
              }
            }
            return new Ranked(sorted.get(index));
          }

          @Override
          public int size() {
            int size = 0;
            for (T each : of) {
              size += each == null ? 0 : 1;
            }
            return Math.min(limit, size);
          }
        };
    List<T> values = new ArrayList<>();
    for (Ranked each : ranks) {
      values.add(each.value);
    }
    return values;
  }

  @Checkpointable
  public static void main(String[] args) {
    Pairs<String, Integer> pairs = new Pairs<String, Integer>().with("a", 1).with("b", 2);
    int sum = 0;
    for (Map.Entry<String, Integer> each : pairs.entrySet()) {
      sum += each.getValue();
    }
    System.out.println(pairs + " " + pairs.size() + " " + sum);
    System.out.println(smallest(List.of(5, 3, 9, 1, 7), 3));
  }
}
