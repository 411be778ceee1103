package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.lang.annotation.Retention;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.*;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StateCodecTest {
  private final StateCodec codec = new StateCodec(StateCodecTest.class.getClassLoader());
  private final StateCodec near =
      StateCodec.inProcess(
          StateCodecTest.class.getClassLoader(), new ArrayList<>(), (field, value) -> {});

  @SuppressWarnings("unchecked")
  private <T> T copy(T value) {
    return (T) codec.read(codec.write(value));
  }

  @SuppressWarnings("unchecked")
  private <T> T copyNear(T value) {
    return (T) near.read(near.write(value));
  }

  enum Colour {
    RED,
    GREEN {
      @Override
      int weight() {
        return 2;
      }
    };

    int counter;

    int weight() {
      return 1;
    }
  }

  record Point(int x, List<String> names) {}

  static class Node {
    final String name;
    Node next;
    transient int cache = 7;
    Map<Node, Integer> distances = new HashMap<>();

    Node(String name) {
      this.name = name;
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Node n && n.name.equals(name);
    }
  }

  static Stream<Object> valuesThatEqualTheirCopies() {
    TreeMap<String, Integer> descending = new TreeMap<>(Comparator.reverseOrder());
    descending.putAll(Map.of("a", 1, "b", 2, "c", 3));
    return Stream.of(
        1,
        2L,
        3f,
        4d,
        'c',
        (byte) 5,
        (short) 6,
        true,
        "text",
        new BigInteger("123456789012345678901"),
        new BigDecimal("1.500"),
        Optional.of("x"),
        Optional.empty(),
        OptionalInt.of(4),
        OptionalDouble.empty(),
        Duration.ofMillis(5),
        Instant.ofEpochSecond(77),
        LocalDate.of(2020, 2, 29),
        ZonedDateTime.parse("2020-01-01T10:00:00+01:00[Europe/Paris]"),
        UUID.randomUUID(),
        URI.create("a:b"),
        Locale.GERMANY,
        TimeZone.getTimeZone("UTC"),
        Currency.getInstance("EUR"),
        new Date(5),
        List.of(),
        List.of(1),
        List.of(1, 2, 3),
        Set.of(),
        Set.of(1),
        Set.of(1, 2, 3),
        Map.of(),
        Map.of(1, 2),
        Map.of(1, 2, 3, 4),
        Arrays.asList(1, null, 3),
        Collections.emptyList(),
        Collections.emptyMap(),
        Collections.emptySet(),
        Collections.singletonList(1),
        Collections.singletonMap(1, 2),
        Collections.singleton(3),
        Collections.nCopies(3, "x"),
        Collections.unmodifiableList(new ArrayList<>(List.of(1))),
        Collections.unmodifiableMap(new HashMap<>(Map.of(1, 2))),
        Collections.unmodifiableSet(new HashSet<>(Set.of(1))),
        Collections.synchronizedList(new ArrayList<>(List.of(1))),
        Collections.synchronizedMap(new HashMap<>(Map.of(1, 2))),
        Collections.unmodifiableSortedMap(descending),
        Stream.of(1, null).toList(),
        new ArrayList<>(List.of(1, 2)),
        new LinkedList<>(List.of(1, 2)),
        new Vector<>(List.of(1)),
        new Stack<>(),
        new HashSet<>(List.of(1, 2)),
        new LinkedHashSet<>(List.of(3, 1, 2)),
        new TreeSet<>(List.of(3, 1)),
        descending,
        new HashMap<>(Map.of("k", "v")),
        new LinkedHashMap<>(Map.of("k", "v")),
        new HashMap<>(Map.of(int.class, Integer.class, Map.Entry.class, String[].class)),
        new LinkedHashMap<>(Map.of(int.class, Integer.class, Long.class, Number.class)),
        new LinkedHashSet<>(Set.of(int.class, Thread.State.class, Retention.class)),
        new ConcurrentHashMap<>(Map.of("k", "v")),
        new ConcurrentSkipListMap<>(Map.of("k", "v")),
        new ConcurrentSkipListSet<>(Set.of("k")),
        new CopyOnWriteArrayList<>(List.of(1)),
        new CopyOnWriteArraySet<>(List.of(1)),
        new Hashtable<>(Map.of(1, 2)),
        new EnumMap<>(Map.of(Colour.RED, 1)),
        EnumSet.of(Colour.GREEN),
        EnumSet.noneOf(Colour.class),
        BitSet.valueOf(new long[] {5}),
        TimeUnit.DAYS,
        Colour.RED,
        Colour.GREEN,
        String.class,
        int.class,
        int[][].class,
        Colour.class,
        new Point(1, List.of("a")),
        new Point(2, null),
        new AbstractMap.SimpleEntry<>(1, 2),
        Map.entry(1, 2),
        new TreeMap<>(Map.of(1, 2, 3, 4)).headMap(2),
        new IdentityHashMap<>());
  }

  @ParameterizedTest
  @MethodSource("valuesThatEqualTheirCopies")
  void restoresAnEqualValueOfTheSameClass(Object value) {
    assertThat(copy(value)).isEqualTo(value).hasSameClassAs(value);
    if (!(value instanceof Enum)
        && !value.toString().contains("GREEN")
        && !value.toString().contains("RED")) {
      assertThat(copyNear(value)).isEqualTo(value).hasSameClassAs(value);
    }
  }

  @Test
  void restoresArrays() {
    Object[] all = {
      new int[] {1, -1},
      new long[] {Long.MIN_VALUE},
      new double[] {Double.NaN, -0.0},
      new float[] {1.5f},
      new char[] {'x'},
      new short[] {-3},
      new byte[] {1},
      new boolean[] {true, false},
      new String[][] {{"a"}, null},
      new Object[] {1, "a", null},
      new Colour[] {Colour.GREEN}
    };
    assertThat(Arrays.deepEquals(copy(all), all)).isTrue();
  }

  @Test
  void keepsSharingAndCycles() {
    Node a = new Node("a");
    a.next = new Node("b");
    a.next.next = a;
    a.distances.put(a, 0);
    a.distances.put(a.next, 1);
    a.next.distances.put(a, 1);
    List<Object> list = new ArrayList<>(List.of(a, a.next));
    list.add(list);
    List<Object> restored = copy(list);
    Node restoredA = (Node) restored.get(0);
    assertThat(restored.get(2)).isSameAs(restored);
    assertThat(restoredA.next).isSameAs(restored.get(1));
    assertThat(restoredA.next.next).isSameAs(restoredA);
    assertThat(restoredA.distances.get(new Node("b"))).isEqualTo(1);
    assertThat(restoredA.next.distances.get(restoredA)).isEqualTo(1);
    assertThat(restoredA.cache).isZero();
    assertThat(copyNear(a).cache).isEqualTo(7);
  }

  @Test
  void keepsViewsOnTheirBackingCollection() throws ReflectiveOperationException {
    List<Integer> backing = new ArrayList<>(List.of(1));
    String[] array = {"x"};
    Object[] restored =
        copy(
            new Object[] {
              backing, Collections.unmodifiableList(backing), array, Arrays.asList(array)
            });
    restored[0].getClass().getMethod("add", Object.class).invoke(restored[0], 2);
    assertThat((List<?>) restored[1]).hasSize(2);
    ((String[]) restored[2])[0] = "y";
    assertThat(((List<?>) restored[3]).get(0)).isEqualTo("y");
  }

  @Test
  void keepsTheOrderOfIteration() {
    Random random = new Random(1);
    for (int capacity : new int[] {1, 16, 1000}) {
      Map<Integer, Integer> map = new HashMap<>(capacity);
      Set<Integer> set = new HashSet<>(capacity);
      for (int i = 0; i < 60; i++) {
        map.put(random.nextInt(5000), i);
        set.add(random.nextInt(5000));
      }
      map.keySet().removeIf(k -> k % 2 == 0);
      Map<Integer, Integer> restored = copy(map);
      Set<Integer> restoredSet = copy(set);
      for (int i = 0; i < 2000; i++) {
        int key = random.nextInt();
        map.put(key, i);
        restored.put(key, i);
        set.add(key);
        restoredSet.add(key);
        if (i % 100 == 0) {
          assertThat(List.copyOf(restored.keySet())).isEqualTo(List.copyOf(map.keySet()));
          assertThat(List.copyOf(restoredSet)).isEqualTo(List.copyOf(set));
        }
      }
    }
    LinkedHashMap<Class<?>, Class<?>> ofClasses = new LinkedHashMap<>(4, 0.75f, true);
    ofClasses.put(Integer.class, Number.class);
    ofClasses.put(int.class, Integer.class);
    ofClasses.get(Integer.class);
    assertThat(copy(ofClasses).toString()).isEqualTo(ofClasses.toString());
    LinkedHashMap<Class<?>, Class<?>> copied = copy(ofClasses);
    copied.get(int.class);
    assertThat(copied.keySet()).containsExactly(Integer.class, int.class);
    LinkedHashMap<String, Integer> byAccess = new LinkedHashMap<>(4, 0.75f, true);
    byAccess.put("a", 1);
    byAccess.put("b", 2);
    byAccess = copy(byAccess);
    byAccess.get("a");
    assertThat(byAccess.keySet()).containsExactly("b", "a");
  }

  @Test
  void restoresQueuesWithTheirOrder() {
    PriorityQueue<Integer> queue = new PriorityQueue<>(Comparator.comparing((Integer i) -> -i));
    queue.addAll(List.of(3, 9, 1, 4));
    PriorityQueue<Integer> restored = copy(new PriorityQueue<>(queue.stream().toList()));
    assertThat(restored.poll()).isEqualTo(1);
    ArrayDeque<String> deque = copy(new ArrayDeque<>(List.of("a", "b")));
    assertThat(deque).containsExactly("a", "b");
    LinkedBlockingQueue<String> blocking = new LinkedBlockingQueue<>(3);
    blocking.add("x");
    assertThat(copy(blocking).remainingCapacity()).isEqualTo(2);
    PriorityQueue<String> reversed = new PriorityQueue<>(Collections.reverseOrder());
    reversed.addAll(List.of("a", "c", "b"));
    assertThat(copy(reversed).poll()).isEqualTo("c");
  }

  @Test
  void restoresGeneratorsExactly() {
    Random random = new Random(5);
    random.nextGaussian();
    Random restored = copy(random);
    for (int i = 0; i < 10; i++) {
      assertThat(restored.nextGaussian()).isEqualTo(random.nextGaussian());
    }
  }

  @Test
  void restoresAtomics() {
    assertThat(copy(new AtomicInteger(4)).get()).isEqualTo(4);
    assertThat(copy(new AtomicLong(4)).get()).isEqualTo(4);
    assertThat(copy(new AtomicBoolean(true)).get()).isTrue();
    assertThat(copy(new AtomicReference<>("x")).get()).isEqualTo("x");
    assertThat(copy(new AtomicIntegerArray(new int[] {1, 2})).get(1)).isEqualTo(2);
    LongAdder adder = new LongAdder();
    adder.add(9);
    assertThat(copy(adder).sum()).isEqualTo(9);
    assertThat(copy(new StringBuilder("ab")).append("c").toString()).isEqualTo("abc");
    assertThat(copy(Pattern.compile("a+", Pattern.CASE_INSENSITIVE)).matcher("AA").matches())
        .isTrue();
  }

  private static Map<String, Integer> lru() {
    int[] capacity = {2};
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
        return size() > capacity[0];
      }
    };
  }

  @Test
  void restoresSubclassesOfCollections() {
    Map<String, Integer> lru = lru();
    lru.put("a", 1);
    lru.put("b", 2);
    Map<String, Integer> restored = copy(lru);
    restored.get("a");
    restored.put("c", 3);
    assertThat(restored.keySet()).containsExactly("a", "c");
  }

  @Test
  void restoresSerializableLambdasAndComparators() {
    int plus = 4;
    Function<Integer, Integer> add =
        (Function<Integer, Integer> & java.io.Serializable) x -> x + plus;
    assertThat(copy(add).apply(1)).isEqualTo(5);
    Object[] shared = copy(new Object[] {add, add});
    assertThat(shared[0]).isSameAs(shared[1]);
    Comparator<String> natural = copy(Comparator.<String>naturalOrder());
    assertThat(natural.compare("a", "b")).isNegative();
    Comparator<String> byLength =
        Comparator.comparing((Function<String, Integer> & java.io.Serializable) String::length);
    assertThat(copy(byLength.reversed()).compare("a", "bb")).isPositive();
  }

  @Test
  void carriesStreamsByReferenceInProcess() {
    PrintStream err = new PrintStream(java.io.OutputStream.nullOutputStream());
    assertThat(copyNear(new Object[] {err, err})[1]).isSameAs(err);
    String literal = "literal";
    assertThat(copyNear(literal)).isSameAs(literal);
    assertThat(copyNear(new String("literal"))).isNotSameAs(literal);
  }

  @Test
  void restoresRangesOfInts() {
    assertThat(copy(IntStream.range(0, 100_000).boxed().toList())).hasSize(100_000);
  }

  @Test
  void keepsIdentityHashCodes() {
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      objects.add(i % 2 == 0 ? new Object() : new int[] {i});
    }
    List<Integer> hashes = objects.stream().map(System::identityHashCode).toList();
    List<Object> copies = copy(objects);
    assertThat(copies.stream().map(System::identityHashCode)).isEqualTo(hashes);
    Set<Object> set = new HashSet<>(objects);
    assertThat(copy(set).stream().map(System::identityHashCode).toList())
        .isEqualTo(set.stream().map(System::identityHashCode).toList());
  }

  @Test
  void writesNoHashCodesThatNobodyAskedFor() {
    Object[] objects = new Object[1000];
    Arrays.setAll(objects, i -> new Object());
    byte[] bytes = codec.write(objects);
    assertThat(codec.write(codec.read(bytes))).hasSameSizeAs(bytes);
  }
}
