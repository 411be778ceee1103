package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.leverage.RefusedException;
import io.leverage.continuation.Iteration;
import io.leverage.continuation.Views;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Whatever bytes hold, reading them ends in a graph or in a refusal, and costs little. */
class HostileBytesTest {
  private static final String HERE = "io.leverage.";
  private static final int MUTATIONS = 120_000;
  private static final long MOST_BYTES = 24L << 20;

  private final StateCodec codec = new StateCodec(new Known());

  /** Looks only for classes that exist: searching all jars for others is most of the time. */
  private static final class Known extends ClassLoader {
    private final Set<String> missing = new HashSet<>();

    Known() {
      super(HostileBytesTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      String path = name.replace('.', '/') + ".class";
      if (name.startsWith("java.") ? !exists(path) : !name.startsWith(HERE)) {
        throw new ClassNotFoundException(name, null);
      }
      return super.loadClass(name, resolve);
    }

    private boolean exists(String path) {
      return !missing.contains(path)
          && (Object.class.getResource("/" + path) != null || !missing.add(path));
    }
  }

  record Pair(Object left, Object right) {}

  static class Node implements Comparable<Node> {
    int number = 4;
    String name = "node";
    Node next;
    Object[] all = {1, 2L, 'c', 1.5, null};

    @Override
    public int compareTo(Node other) {
      return Integer.compare(number, other.number);
    }
  }

  private static List<Object> graphs() {
    Node ring = new Node();
    ring.next = new Node();
    ring.next.next = ring;
    List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
    Iterator<Integer> iterator = Iteration.iterator(list);
    iterator.next();
    Map<String, Object> map = new HashMap<>(Map.of("a", 1, "b", List.of("x", "y"), "c", ring));
    Map.Entry<String, Object> entry = map.entrySet().iterator().next();
    Supplier<Object> lambda = (Supplier<Object> & java.io.Serializable) () -> list;
    return List.of(
        new Object[] {"text", "\u20ac\u00e4", new int[50], new long[][] {{1}, null}, ring},
        new Object[] {map, entry, Views.keySet(map), Views.subList(list, 1, 3), iterator},
        new Object[] {
          new TreeMap<>(Map.of(1, "a", 2, "b")),
          new PriorityQueue<>(List.of(ring)),
          new Hashtable<>(Map.of("k", 1)),
          new ConcurrentHashMap<>(Map.of(1, 2)),
          new LinkedHashSet<>(List.of(1, 2)),
          EnumSet.of(TimeUnit.DAYS),
          new EnumMap<>(Map.of(TimeUnit.DAYS, 1))
        },
        new Object[] {
          new Random(7),
          Pattern.compile("a(b|c)*d"),
          java.time.Instant.EPOCH,
          new java.math.BigDecimal("1.25"),
          new BitSet(40),
          Optional.of(3),
          new AtomicReference<>("x"),
          new IllegalStateException("why", new RuntimeException("cause"))
        },
        new Object[] {
          lambda, new Pair(1, new Pair("a", null)), Pair.class, new StringBuilder("b")
        });
  }

  private static byte[] sealed(byte[] bytes) {
    if (bytes.length >= 8) {
      CRC32C crc = new CRC32C();
      crc.update(bytes, 8, bytes.length - 8);
      ByteBuffer.wrap(bytes).putInt(4, (int) crc.getValue());
    }
    return bytes;
  }

  private static byte[] mutated(Random random, List<byte[]> seeds) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = 8 + random.nextInt(bytes.length - 8);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt();
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(9, at));
        case 3 -> {
          for (int j = at; j < Math.min(bytes.length, at + 5); j++) {
            bytes[j] = (byte) (j == at + 4 ? 0x07 : 0xff); // a huge length
          }
        }
        case 4 -> {
          byte[] other = seeds.get(random.nextInt(seeds.size()));
          int from = 8 + random.nextInt(other.length - 8);
          int length =
              Math.min(random.nextInt(40), Math.min(other.length - from, bytes.length - at));
          System.arraycopy(other, from, bytes, at, length);
        }
        default -> {
          int length = random.nextInt(Math.min(20, bytes.length - at));
          System.arraycopy(bytes, at, bytes, 8 + random.nextInt(at - 7), length); // a repetition
        }
      }
    }
    return sealed(bytes);
  }

  @Test
  void forgedBytesEndInARefusalOrAGraph() {
    List<byte[]> seeds = graphs().stream().map(codec::write).toList();
    ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Random random = new Random(20260);
    long most = 0;
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = mutated(random, seeds);
      long before = memory.getCurrentThreadAllocatedBytes();
      try {
        codec.read(bytes);
      } catch (RefusedException e) {
        refused++;
      } catch (Throwable e) {
        throw new AssertionError("mutation " + i + " of " + bytes.length + " bytes", e);
      }
      most = Math.max(most, memory.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(refused).isBetween(MUTATIONS / 4, MUTATIONS - 1);
    assertThat(most).isLessThan(MOST_BYTES);
    for (byte[] seed : seeds) {
      assertThatCode(() -> codec.read(seed)).doesNotThrowAnyException();
    }
  }

  @Test
  void deepNestingIsRefusedWithoutHarm() {
    Object[] outer = {null};
    Object[] each = outer;
    for (int i = 0; i < 50_000; i++) {
      Object[] inner = {null};
      each[0] = inner;
      each = inner;
    }
    assertThatThrownBy(() -> codec.write(outer))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("nested too deeply");
    byte[] level = codec.write(new Object[] {new Object[] {null}});
    ByteBuffer deep = ByteBuffer.allocate(8 + 400_000);
    deep.put(level, 0, 8);
    String name = new String(level, StandardCharsets.ISO_8859_1);
    assertThat(name).contains("java.lang.Object");
    byte[] first = Arrays.copyOfRange(level, 8, level.length);
    deep.put(first);
    assertThatThrownBy(() -> codec.read(sealed(deep.array()))).isInstanceOf(RefusedException.class);
    assertThat((Object[]) codec.read(level)).hasSize(1);
  }

  @Test
  void unknownClassesAreNamed() {
    byte[] bytes = codec.write(new Pair(1, 2));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    byte[] other =
        sealed(
            text.replace("HostileBytesTest$Pai", "HostileBytesTest$Poi")
                .getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> codec.read(other))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("HostileBytesTest$Poir")
        .hasMessageContaining("not here");
  }
}
