package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import io.leverage.continuation.Iteration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the codec refuses to write or to read, and how it says so. */
class StateCodecRefusalsTest {
  private final StateCodec codec = new StateCodec(StateCodecRefusalsTest.class.getClassLoader());

  @Test
  void refusesByNameWithThePath() {
    Map<String, Object> map =
        new HashMap<>(Map.of("log", new Object[] {1, new java.io.InputStreamReader(System.in)}));
    assertThatThrownBy(() -> codec.write(map))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(
            "value of key log -> element 1 -> java.io.InputStreamReader can't be serialised");
    assertThatThrownBy(() -> codec.write(new ArrayList<>(List.of(1, 2)).subList(0, 1)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("view that a library made");
    assertThatThrownBy(() -> codec.write(new SplittableRandom()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("java.util.Random");
    assertThatThrownBy(() -> codec.write(new Object[] {(Runnable) () -> {}}))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Serializable");
    assertThatThrownBy(() -> codec.write(new Thread())).isInstanceOf(RefusedException.class);
    assertThat(codec.read(codec.write("still works"))).isEqualTo("still works");
  }

  @Test
  void leavesAnIteratorWhereItWasIfItsListFails() {
    boolean[] fails = {false};
    List<Integer> list =
        new AbstractList<>() {
          @Override
          public Integer get(int index) {
            if (fails[0] && index == 2) {
              throw new IllegalStateException("now");
            }
            return index;
          }

          @Override
          public int size() {
            return 4;
          }
        };
    Iterator<Integer> iterator = Iteration.iterator(list);
    assertThat(iterator.next()).isZero();
    fails[0] = true;
    assertThatThrownBy(() -> codec.write(iterator)).hasStackTraceContaining("now");
    fails[0] = false;
    List<Integer> left = new ArrayList<>();
    iterator.forEachRemaining(left::add);
    assertThat(left).containsExactly(1, 2, 3);
  }

  @Test
  void refusesStreamsOtherThanTheStandardOnes() {
    Object[] both = (Object[]) codec.read(codec.write(new Object[] {System.err, System.out}));
    assertThat(both).containsExactly(System.err, System.out);
    java.io.PrintStream own = new java.io.PrintStream(java.io.OutputStream.nullOutputStream());
    assertThatThrownBy(() -> codec.write(own)).isInstanceOf(RefusedException.class);
  }

  @Test
  void refusesACycleThroughAnImmutable() {
    List<Object> inner = new ArrayList<>();
    List<Object> outer = List.of(inner);
    inner.add(outer);
    assertThatThrownBy(() -> codec.write(outer))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("contains itself");
  }

  @Test
  void refusesDamagedBytes() {
    byte[] bytes =
        codec.write(new Object[] {"some text", new int[100], new HashMap<>(Map.of(1, 2))});
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= 0x10;
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThatThrownBy(() -> codec.read(flipped))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("corrupt");
      assertThatThrownBy(() -> codec.read(cut))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("corrupt");
    }
  }

  @Test
  void boundsWhatForgedBytesCanCost() {
    byte[] bytes =
        codec.write(
            new Object[] {"some text", new int[100], new HashMap<>(Map.of(1, 2)), new Random()});
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      byte[] forged = bytes.clone();
      forged[8 + random.nextInt(forged.length - 8)] = (byte) random.nextInt();
      java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
      crc.update(forged, 8, forged.length - 8);
      java.nio.ByteBuffer.wrap(forged).putInt(4, (int) crc.getValue());
      try {
        codec.read(forged);
      } catch (RefusedException e) {
        assertThat(e).hasMessageContaining("c");
      }
    }
  }
}
