import io.leverage.Checkpointable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Arrays of a type variable that are arrays of another class: nobody looks where none is cast. */
public final class UncheckedArrays {
  static class Keys<K> {
    @SuppressWarnings("unchecked")
    final K[] own = (K[]) new Object[] {1, 2, null};

    K[] all() {
      T.p("all");
      return own;
    }
  }

  static class Sorted<K extends Comparable<K>> extends Keys<K> {
    @Checkpointable
    List<K> list() {
      List<K> list = asList(all());
      list.addAll(asList(all()));
      return list;
    }

    List<K> asList(Object[] elements) {
      List<K> list = new ArrayList<>();
      for (Object each : elements) {
        T.i("n", list.size());
        @SuppressWarnings("unchecked")
        K key = (K) each;
        list.add(key);
      }
      return list;
    }
  }

  static String joined(Object[] left, Object[] right, int n) {
    return Arrays.toString(left) + Arrays.toString(right) + n;
  }

  static String own(Integer[] numbers, int n) {
    return numbers.length + " " + n;
  }

  @Checkpointable
  public static void main(String[] args) {
    Keys<Integer> keys = new Keys<>();
    System.out.println(Arrays.equals(new Object[] {1, 2, null}, keys.all()));
    System.out.println(joined(keys.all(), keys.all(), T.i("i", 1)));
    System.out.println(joined(keys.own, (keys.all()), T.i("j", 2)));
    Object[] array = keys.all();
    System.out.println(array.length + " " + new Sorted<Integer>().list());
    Object any = args.length > 0 ? null : keys.own;
    System.out.println(any == keys.all());
    try {
      System.out.println(own(keys.all(), T.i("k", 3)));
    } catch (ClassCastException e) {
      System.out.println("cast");
    }
    try {
      System.out.println(keys.all()[T.i("l", 0)]);
    } catch (ClassCastException e) {
      System.out.println("cast for the element");
    }
    try {
      System.out.println(keys.all().length);
    } catch (ClassCastException e) {
      System.out.println("cast for the length");
    }
  }
}
