import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;

/** Lambdas that are held by the JDK's objects travel with them, and stay the same ones. */
public class HeldLambdas {
  enum Kind { A, B }

  interface Op {
    int on(int x);

    static Op three() {
      return x -> x + 3;
    }
  }

  static int twice(int x) {
    return T.i("twice", x) * 2;
  }

  static Op plus(int more, Object why) {
    return x -> x + more + why.toString().length();
  }

  static int sum(Iterable<? extends Op> ops) {
    int sum = 0;
    for (Op op : ops) {
      sum = sum * 3 + op.on(T.i("sum", sum % 10));
    }
    return sum;
  }

  public static void main(String[] args) {
    Op mine = plus(4, "why");
    Op same = mine;
    List<Op> list = List.of(mine, HeldLambdas::twice, Op.three(), mine, plus(4, "why"));
    List<Op> two = List.of(mine, x -> 7);
    Map<String, Op> map = Map.of("one", mine);
    Set<Op> set = Set.of(mine);
    System.out.println(sum(list) + " " + sum(two) + " " + sum(map.values()) + " " + sum(set));
    System.out.println((list.get(0) == mine) + " " + (list.get(3) == same) + " " + (list.get(4) == mine) + " " + (map.get("one") == mine) + " " + two.indexOf(same) + list.indexOf(mine));
    List<Op> nullable = Arrays.asList(mine, null, x -> x);
    List<Op> fixed = Collections.unmodifiableList(new ArrayList<>(List.of(mine, Op.three())));
    List<Op> single = Collections.singletonList(x -> x * x);
    T.p("lists");
    System.out.println((nullable.get(0) == mine) + " " + nullable.get(2).on(4) + sum(fixed) + sum(single));
    AtomicReference<Op> reference = new AtomicReference<>(mine);
    AtomicReferenceArray<Op> array = new AtomicReferenceArray<>(new Op[] {Op.three(), mine});
    Map.Entry<String, Op> entry = new AbstractMap.SimpleEntry<>("k", mine);
    Map.Entry<Op, Op> immutable = Map.entry(mine, Op.three());
    Optional<Op> optional = Optional.of(mine);
    T.p("holders");
    System.out.println((reference.get() == mine) + " " + array.get(0).on(1) + (array.get(1) == mine) + (entry.getValue() == mine) + immutable.getKey().on(2) + immutable.getValue().on(2) + optional.get().on(3));
    ConcurrentMap<String, Op> concurrent = new ConcurrentHashMap<>(Map.of("a", mine, "b", Op.three()));
    CopyOnWriteArrayList<Op> copied = new CopyOnWriteArrayList<>(list);
    BlockingQueue<Op> queue = new LinkedBlockingQueue<>(two);
    Deque<Op> deque = new ArrayDeque<>(two);
    Vector<Op> vector = new Vector<>(two);
    EnumMap<Kind, Op> kinds = new EnumMap<>(Map.of(Kind.A, mine, Kind.B, (Op) x -> x - 1));
    T.p("collections");
    System.out.println((concurrent.get("a") == mine) + " " + concurrent.get("b").on(5) + sum(copied) + sum(queue) + sum(deque) + sum(vector) + kinds.get(Kind.B).on(9) + copied.remove(mine) + (queue.peek() == mine));
    Comparator<String> byLength = (a, b) -> a.length() - b.length();
    PriorityQueue<String> words = new PriorityQueue<>(byLength);
    TreeMap<String, Op> sorted = new TreeMap<>(byLength.reversed());
    ConcurrentSkipListMap<String, Integer> skipped = new ConcurrentSkipListMap<>(byLength);
    for (String word : "a bbb cc".split(" ")) {
      words.add(word);
      sorted.put(word, plus(word.length(), word));
      skipped.put(word, T.i("put", word.length()));
    }
    System.out.println(words.peek() + sorted.firstKey() + skipped.firstKey() + (words.comparator() == byLength) + sum(sorted.values()));
    Function<Integer, Integer> chain = ((Function<Integer, Integer>) x -> x + 1).andThen(x -> x * 2).compose(x -> x - 3);
    Supplier<List<Supplier<Integer>>> nested = () -> List.of(() -> T.i("nested", 5), () -> 6);
    List<Supplier<Integer>> inner = nested.get();
    List<List<Supplier<Integer>>> deep = List.of(inner, inner);
    T.p("deep");
    System.out.println(chain.apply(10) + inner.get(0).get() + deep.get(1).get(1).get());
    System.out.println(deep.get(0) == deep.get(1));
  }
}
