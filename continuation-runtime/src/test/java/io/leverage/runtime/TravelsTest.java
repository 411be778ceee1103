package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import io.leverage.continuation.Iteration;
import io.leverage.continuation.MobileBufferedReader;
import io.leverage.continuation.MobileTokenizer;
import io.leverage.continuation.Views;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Reader;
import java.io.Serializable;
import java.io.StringReader;
import java.lang.annotation.Retention;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParsePosition;
import java.time.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.*;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manual's table says that travels behaves after a restore as without one. */
class TravelsTest {
  private static final String HEAD = "### What travels";

  private final StateCodec codec = new StateCodec(TravelsTest.class.getClassLoader());

  /** A value of a kind, and what can be seen of it. */
  record Row<T>(String kind, Supplier<T> value, Function<T, Object> behaviour) {
    @Override
    public String toString() {
      return kind + ": " + value.get().getClass().getSimpleName();
    }
  }

  private static final List<Row<?>> ROWS = new ArrayList<>();

  private static <T> void row(String kind, Supplier<T> value, Function<T, Object> behaviour) {
    ROWS.add(new Row<>(kind, value, behaviour));
  }

  /** Answers the calls of a proxy, and notes them. */
  private record Answering(List<Object> seen) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      seen.add(method.getName());
      return "answer";
    }
  }

  private static List<Object> left(Iterator<?> iterator) {
    List<Object> left = new ArrayList<>();
    iterator.forEachRemaining(left::add);
    return left;
  }

  @SuppressWarnings("unchecked") // the list of entries that the row holds
  private static Map.Entry<String, Integer> entry(Object entries, int index) {
    return ((List<Map.Entry<String, Integer>>) entries).get(index);
  }

  private static <T extends Collection<Integer>> T numbers(T collection) {
    for (int i = 0; i < 40; i++) {
      collection.add(i * 37 % 101);
    }
    return collection;
  }

  private static <T extends Map<String, Integer>> T entries(T map) {
    for (int i = 0; i < 40; i++) {
      map.put("key" + i * 37 % 101, i);
    }
    map.remove("key37");
    return map;
  }

  static {
    for (Supplier<Collection<Integer>> each :
        List.<Supplier<Collection<Integer>>>of(
            ArrayList::new,
            LinkedList::new,
            Vector::new,
            HashSet::new,
            LinkedHashSet::new,
            TreeSet::new,
            ArrayDeque::new,
            PriorityQueue::new,
            CopyOnWriteArrayList::new,
            CopyOnWriteArraySet::new,
            ConcurrentLinkedQueue::new,
            ConcurrentLinkedDeque::new,
            ConcurrentSkipListSet::new,
            LinkedBlockingQueue::new,
            LinkedBlockingDeque::new,
            PriorityBlockingQueue::new)) {
      row(
          "collections",
          () -> numbers(each.get()),
          all -> {
            all.remove(74);
            all.add(1000);
            return new ArrayList<>(all);
          });
    }
    for (Supplier<Map<String, Integer>> each :
        List.<Supplier<Map<String, Integer>>>of(
            HashMap::new,
            LinkedHashMap::new,
            () -> new LinkedHashMap<>(4, 0.5f, true),
            TreeMap::new,
            () -> new TreeMap<>(Comparator.reverseOrder()),
            Hashtable::new,
            ConcurrentHashMap::new,
            ConcurrentSkipListMap::new)) {
      row(
          "maps",
          () -> entries(each.get()),
          map -> {
            map.get("key74");
            map.put("new", 1);
            return new ArrayList<>(map.entrySet());
          });
    }
    row("maps", () -> entries(new WeakHashMap<>()), map -> new TreeMap<>(map).toString());
    row("maps", () -> new EnumMap<>(Map.of(TimeUnit.DAYS, 1)), Object::toString);
    row("immutable collections", () -> List.of(3, 1, 2), List::toString);
    row("immutable collections", () -> Set.of(3, 1, 2), Set::toString);
    row("immutable collections", () -> Map.of("a", 1, "b", 2, "c", 3), Map::toString);
    row("immutable collections", () -> Arrays.asList(1, null), List::toString);
    row("immutable collections", () -> Collections.nCopies(3, "x"), List::toString);
    row(
        "immutable collections",
        () -> Collections.unmodifiableMap(entries(new HashMap<>())),
        Map::toString);
    row(
        "immutable collections",
        () -> Collections.synchronizedList(numbers(new ArrayList<>())),
        List::toString);
    row("immutable collections", Collections::<Integer>emptyList, List::toString);
    row("immutable collections", () -> EnumSet.of(TimeUnit.DAYS), Set::toString);
    for (Collection<Integer> source :
        List.of(
            numbers(new ArrayList<>()),
            numbers(new LinkedList<>()),
            numbers(new HashSet<>()),
            numbers(new TreeSet<>()),
            numbers(new PriorityQueue<>()),
            numbers(new ArrayDeque<>()))) {
      row(
          "iterators",
          () -> {
            Iterator<Integer> iterator = Iteration.iterator(source);
            iterator.next();
            iterator.next();
            return new Object[] {iterator, source};
          },
          both -> left((Iterator<?>) both[0]));
    }
    row(
        "iterators",
        () -> {
          ListIterator<Integer> it = Iteration.listIterator(numbers(new LinkedList<>()), 5);
          it.previous();
          return it;
        },
        it -> {
          it.set(7);
          it.next();
          it.remove();
          return it.nextIndex() + "" + left(it);
        });
    row(
        "iterators",
        () -> {
          var e = Iteration.elements(numbers(new Vector<>()));
          e.nextElement();
          return e;
        },
        e -> left(e.asIterator()));
    row(
        "iterators",
        () -> {
          var e = Iteration.keys(entries(new Hashtable<>()));
          e.nextElement();
          return e;
        },
        e -> left(e.asIterator()));
    row(
        "views",
        () -> {
          Map<String, Integer> map = entries(new HashMap<>());
          return List.of(map, Views.keySet(map), Views.values(map), Views.entrySet(map));
        },
        all -> {
          ((Set<?>) all.get(1)).remove("key74");
          ((Collection<?>) all.get(2)).remove(5);
          return all.toString();
        });
    row(
        "views",
        () -> {
          List<Integer> list = numbers(new ArrayList<>());
          return List.of(list, Views.subList(list, 3, 9));
        },
        both -> {
          ((List<?>) both.get(1)).remove(0);
          return both.toString();
        });
    row(
        "views",
        () -> entries(new TreeMap<>()).headMap("key5"),
        map -> {
          assertThatThrownBy(() -> map.put("z", 1)).isInstanceOf(IllegalArgumentException.class);
          return map.toString();
        });
    row("views", () -> entries(new TreeMap<>()).descendingMap(), Map::toString);
    row(
        "views",
        () -> {
          TreeSet<Integer> set = numbers(new TreeSet<>());
          return List.of(set.subSet(10, 50), set, set.descendingSet());
        },
        sets -> {
          boolean removed = sets.get(0).remove(37);
          assertThatThrownBy(() -> numbers(sets.get(0)))
              .isInstanceOf(IllegalArgumentException.class);
          return removed + sets.toString();
        });
    row(
        "entries of maps",
        () -> {
          Map<String, Integer> map = entries(new HashMap<>());
          return List.of(new ArrayList<>(map.entrySet()), map);
        },
        both -> {
          entry(both.get(0), 3).setValue(999);
          return both.toString();
        });
    row(
        "random generators",
        () -> {
          Random random = new Random(3);
          random.nextGaussian();
          return random;
        },
        random -> random.nextGaussian() + " " + random.nextInt());
    row("text", () -> new StringBuilder("ab"), text -> text.append("c").toString());
    row("text", () -> new StringBuffer("ab"), text -> text.append("c").toString());
    row(
        "text",
        () -> Pattern.compile("a+", Pattern.CASE_INSENSITIVE),
        p -> p.matcher("A").matches());
    row("text", () -> Locale.GERMANY, Locale::toString);
    row("text", () -> StandardCharsets.UTF_16, Object::toString);
    row(
        "text",
        () -> {
          StringTokenizer tokens = new MobileTokenizer("a b,c", " ", true);
          tokens.nextToken();
          return tokens;
        },
        tokens -> tokens.nextToken() + tokens.nextToken(",") + tokens.countTokens());
    row(
        "text",
        () -> new ParsePosition(7),
        position -> position.getIndex() + " " + position.getErrorIndex());
    row(
        "streams",
        () -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          out.write('a');
          return out;
        },
        out -> {
          out.write('b');
          return out + " " + out.size();
        });
    row("standard streams", () -> System.out, out -> out == System.out);
    row("standard streams", () -> System.err, err -> err == System.err);
    row("numbers", () -> new BigInteger("-123456789012345678901234"), BigInteger::toString);
    row("numbers", () -> new BigDecimal("1.500"), BigDecimal::toString);
    row("numbers", () -> MathContext.DECIMAL64, MathContext::toString);
    row("numbers", () -> BitSet.valueOf(new long[] {5, 9}), BitSet::toString);
    row("numbers", () -> UUID.fromString("0-1-2-3-4"), UUID::toString);
    row("optionals", () -> Optional.of("x"), Optional::toString);
    row("optionals", OptionalInt::empty, OptionalInt::toString);
    row("time", () -> Instant.ofEpochSecond(7), Instant::toString);
    row(
        "time",
        () -> ZonedDateTime.parse("2020-01-01T10:00:00+01:00[Europe/Paris]"),
        Object::toString);
    row("time", () -> Period.ofDays(2), Period::toString);
    row("time", () -> new Date(5), Date::getTime);
    row("time", () -> new GregorianCalendar(2020, 1, 1), c -> c.getTimeInMillis());
    row("atomics", () -> new AtomicInteger(4), AtomicInteger::incrementAndGet);
    row("atomics", () -> new AtomicReference<>("x"), AtomicReference::get);
    row("atomics", () -> new AtomicLongArray(new long[] {1, 2}), Object::toString);
    row(
        "atomics",
        () -> {
          LongAdder adder = new LongAdder();
          adder.add(5);
          return adder;
        },
        LongAdder::sum);
    row("locks that are free", () -> new ReentrantLock(true), l -> l.tryLock() + " " + l.isFair());
    row("locks that are free", () -> new CountDownLatch(3), CountDownLatch::getCount);
    row("locks that are free", Object::new, lock -> lock.getClass());
    row("references", () -> new WeakReference<>("literal"), WeakReference::get);
    row("iterators", Collections::emptyIterator, i -> i == Collections.emptyIterator());
    row("iterators", Collections::emptyListIterator, i -> i == Collections.emptyListIterator());
    row("iterators", Collections::emptyEnumeration, e -> e == Collections.emptyEnumeration());
    row("references", () -> String[].class, Class::getName);
    row("reflection", () -> Override.class, Class::isAnnotation);
    row(
        "reflection",
        () -> Override.class.getAnnotation(Retention.class),
        retention -> retention.value() + " " + retention);
    row(
        "reflection",
        () -> {
          List<Object> seen = new ArrayList<>();
          Object[] proxy = {
            Proxy.newProxyInstance(
                TravelsTest.class.getClassLoader(),
                new Class<?>[] {Supplier.class},
                new Answering(seen))
          };
          return List.of(proxy[0], seen);
        },
        both -> ((Supplier<?>) both.get(0)).get() + both.get(1).toString());
    row("reflection", () -> member(() -> Row.class.getDeclaredField("kind")), Field::toString);
    row(
        "reflection",
        () -> {
          Method method = member(() -> Letters.class.getDeclaredMethod("ready"));
          method.setAccessible(true);
          return method;
        },
        method -> method + " " + member(() -> method.invoke(new Letters())));
    row(
        "reflection",
        () -> member(() -> StringBuilder.class.getConstructor(int.class)),
        constructor -> constructor + " " + member(() -> constructor.newInstance(3)));
    row(
        "network addresses",
        () -> member(() -> InetAddress.getByAddress("here", new byte[] {127, 0, 0, 1})),
        InetAddress::toString);
    row(
        "network addresses",
        () -> member(() -> InetAddress.getByAddress(new byte[16])),
        InetAddress::toString);
    row(
        "streams",
        () -> {
          BufferedReader reader = new MobileBufferedReader(new Letters(), 4);
          return member(
              () -> {
                reader.readLine();
                reader.mark(20);
                reader.read();
                return reader;
              });
        },
        reader ->
            member(
                () -> {
                  String rest = reader.read() + reader.readLine();
                  reader.reset();
                  return rest + reader.readLine() + reader.readLine();
                }));
    row(
        "buffers",
        () ->
            ByteBuffer.wrap(new byte[9], 2, 5)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 3),
        b -> b.toString() + b.arrayOffset() + b.order() + b.flip().getShort());
    row(
        "buffers",
        () -> {
          CharBuffer chars = CharBuffer.wrap("abcdef".toCharArray());
          chars.get();
          chars.mark();
          chars.get();
          return chars;
        },
        chars -> chars.toString() + chars.reset());
    row(
        "text",
        () -> new Formatter(new StringBuilder("a"), Locale.GERMANY).format("%.1f", 1.5),
        formatter -> formatter.format("%.1f", 2.5).toString() + formatter.locale());
    row(
        "calendars",
        () -> {
          Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("GMT-3"), Locale.GERMANY);
          calendar.clear();
          calendar.set(2003, Calendar.FEBRUARY, 10);
          calendar.set(Calendar.DAY_OF_WEEK, Calendar.SATURDAY);
          calendar.set(Calendar.DAY_OF_MONTH, 12);
          return calendar;
        },
        calendar -> calendar.isSet(Calendar.HOUR) + " " + calendar.getTimeInMillis());
    row(
        "matchers",
        () -> {
          Matcher matcher = Pattern.compile("(a)|b|(?<digit>\\d)").matcher("xaab1b");
          matcher.region(1, 5).useTransparentBounds(true).useAnchoringBounds(false);
          matcher.find();
          matcher.appendReplacement(new StringBuilder(), "-");
          matcher.find();
          return matcher;
        },
        TravelsTest::rest);
    row("matchers", () -> Pattern.compile("a*").matcher("b"), TravelsTest::rest);
    for (Supplier<Function<Integer, Integer>> each :
        List.<Supplier<Function<Integer, Integer>>>of(
            Function::identity,
            UnaryOperator::identity,
            () -> Function.<Integer>identity().andThen(plus(3)).compose(plus(2)),
            () -> plus(1).andThen(Function.identity()))) {
      row("composed functions", each, function -> function.apply(-5));
    }
    for (Supplier<Predicate<String>> each :
        List.<Supplier<Predicate<String>>>of(
            () -> Predicate.isEqual("ab"),
            () -> Predicate.isEqual(null),
            () -> Predicate.not(Predicate.isEqual("ab")),
            () -> longer(1).and(longer(2).negate()),
            () -> longer(3).or(Predicate.isEqual("")))) {
      row(
          "composed functions",
          each,
          predicate -> Stream.of("", "ab", "abc", "abcd").map(predicate::test).toList());
    }
    row(
        "composed functions",
        () -> BinaryOperator.minBy(Comparator.<Integer>reverseOrder()),
        min -> min.apply(1, 2));
    row(
        "composed functions",
        () -> BinaryOperator.maxBy(Comparator.<Integer>naturalOrder()),
        max -> max.apply(1, 2));
    row(
        "composed functions",
        () -> IntUnaryOperator.identity().andThen((IntUnaryOperator & Serializable) x -> x * 3),
        operator -> operator.applyAsInt(4));
    row(
        "composed functions",
        () ->
            Comparator.comparing((Function<String, Integer> & Serializable) String::length)
                .thenComparing(Comparator.reverseOrder())
                .reversed(),
        comparator -> Stream.of("b", "aa", "a", "c").sorted(comparator).toList());
    row(
        "throwables",
        () -> {
          Exception failure = new IllegalStateException("why", new RuntimeException("cause"));
          failure.addSuppressed(new ArithmeticException("/ by zero"));
          return failure;
        },
        failure ->
            failure
                + " "
                + failure.getCause()
                + Arrays.toString(failure.getSuppressed())
                + failure.getStackTrace()[0]);
  }

  private static Function<Integer, Integer> plus(int more) {
    return (Function<Integer, Integer> & Serializable) x -> x + more;
  }

  private static Predicate<String> longer(int than) {
    return (Predicate<String> & Serializable) text -> text.length() > than;
  }

  /** All that can be seen of a matcher, now and as it goes on. */
  private static String rest(Matcher matcher) {
    StringBuilder seen = new StringBuilder();
    seen.append(matcher).append(matcher.hitEnd()).append(matcher.requireEnd());
    while (matcher.find()) {
      seen.append(matcher.toMatchResult().start()).append(matcher.group());
      matcher.appendReplacement(seen, "+");
    }
    return matcher.appendTail(seen).append(matcher.reset().find()).toString();
  }

  private static <T> T member(Callable<T> of) {
    try {
      return of.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Some lines, a character at a time. */
  static final class Letters extends Reader {
    private int at;

    @Override
    public int read(char[] to, int offset, int length) {
      String text = "ab\r\ncdef\ngh";
      if (at == text.length()) {
        return -1;
      }
      to[offset] = text.charAt(at++);
      return 1;
    }

    @Override
    public boolean ready() {
      return at > 3;
    }

    @Override
    public void close() {}
  }

  static Stream<Row<?>> rows() {
    return ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  @SuppressWarnings("unchecked")
  <T> void behavesAsBefore(Row<T> row) {
    T original = row.value().get();
    T restored = (T) codec.read(codec.write(original));
    Object expected = row.behaviour().apply(original);
    assertThat(row.behaviour().apply(restored)).isEqualTo(expected);
  }

  @Test
  void theManualListsEachKind() throws Exception {
    List<String> lines = Files.readAllLines(Path.of("../docs/manual.md"));
    Set<String> listed =
        lines.stream()
            .skip(lines.indexOf(HEAD))
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .map(line -> line.split("\\|")[1].strip())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed)
        .isEqualTo(ROWS.stream().map(Row::kind).collect(Collectors.toCollection(TreeSet::new)));
  }

  static Stream<Object> refused() {
    ReentrantLock held = new ReentrantLock();
    held.lock();
    return Stream.of(
        new Thread(),
        held,
        new ThreadLocal<>(),
        new StringReader(""),
        new SplittableRandom(),
        new Scanner("1 2"),
        new StringJoiner(","),
        numbers(new ConcurrentSkipListSet<>()).headSet(50),
        List.of(1).iterator(),
        Stream.of(1),
        ByteBuffer.allocateDirect(1),
        new Timer(true));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesTheRestByName(Object value) {
    assertThatThrownBy(() -> codec.write(new Object[] {value}))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("element 0 -> " + value.getClass().getTypeName())
        .hasMessageContaining("can't be serialised: ");
  }

  @Test
  void aRefusalDoesNoHarm() {
    Iterator<Integer> iterator = Iteration.iterator(numbers(new ArrayList<>()));
    iterator.next();
    assertThatThrownBy(() -> codec.write(new Object[] {iterator, new Thread()}))
        .isInstanceOf(RefusedException.class);
    assertThat(left(iterator)).hasSize(39);
  }
}
