package io.leverage.peer.internal.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.peer.internal.record.Revision;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.store.MemoryStore;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.GlobalSwapped;
import io.leverage.peer.internal.unit.UnitMessage.GlobalValue;
import io.leverage.peer.internal.unit.UnitMessage.ReadGlobal;
import io.leverage.peer.internal.unit.UnitMessage.SwapGlobal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobalVariableManagerTest {
  private final MemoryStore store = new MemoryStore();
  private final MemoryStore.View view = store.view();
  private final GlobalVariableManager globals = manager();

  private GlobalVariableManager manager() {
    MemoryStore.View own = store.view();
    return new GlobalVariableManager(own, new ThreadTable(own));
  }

  private static byte[] value(int size, int fill) {
    byte[] value = new byte[size];
    java.util.Arrays.fill(value, (byte) fill);
    return value;
  }

  private UnitMessage swap(long expected, byte[] bytes, String writer, long number) {
    return globals.swap(new SwapGlobal("vc-1", "g", expected, bytes, writer, number));
  }

  private GlobalValue read() {
    return globals.read(new ReadGlobal("vc-1", "g"));
  }

  @Test
  void anUnwrittenVariableHasVersionZero() {
    assertThat(read().version()).isZero();
    assertThat(read().bytes()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 600, 700_000})
  void aRepeatedOperationGetsItsFirstAnswer(int size) {
    assertThat(swap(0, value(size, 1), "w", 1)).isInstanceOf(GlobalSwapped.class);
    long first = read().version();
    assertThat(swap(first, value(size, 2), "x", 1)).isInstanceOf(GlobalSwapped.class);
    long second = read().version();
    GlobalSwapped again = (GlobalSwapped) swap(second, value(size, 9), "w", 1);
    assertThat(again.version()).isEqualTo(first);
    assertThat(again.bytes()).isEqualTo(value(size, 1));
    assertThat(read().bytes()).isEqualTo(value(size, 2));
    assertThat(swap(second, value(size, 3), "w", 2)).isInstanceOf(GlobalSwapped.class);
    assertThatThrownBy(() -> swap(0, value(size, 1), "w", 1))
        .isInstanceOf(FencedException.class)
        .hasMessageContaining("operation 1 of w on g is over");
    assertThat(view.keys("gb/").stream().filter(key -> key.split("/").length == 4).count())
        .isEqualTo(size > 512 ? 2 : 0);
  }

  @Test
  void aSwapThatComesLateGetsThePresentValue() {
    assertThat(swap(0, value(8, 1), "w", 1)).isInstanceOf(GlobalSwapped.class);
    GlobalValue present = (GlobalValue) swap(0, value(8, 2), "x", 1);
    assertThat(present.version()).isEqualTo(read().version()).isNotZero();
    assertThat(present.bytes()).isEqualTo(value(8, 1));
  }

  /** As when the sides of a split meet: both have updated it once, and one of them wins. */
  @Test
  void aSwapOfWhatAnotherHistoryHadLoses() {
    assertThat(swap(0, value(8, 1), "w", 1)).isInstanceOf(GlobalSwapped.class);
    long lost = read().version();
    assertThat(view.remove(StoreKeys.global("vc-1", "g"))).isNotNull();
    assertThat(swap(0, value(8, 2), "x", 1)).isInstanceOf(GlobalSwapped.class);
    GlobalValue present = (GlobalValue) swap(lost, value(8, 3), "y", 1);
    assertThat(present.bytes()).isEqualTo(value(8, 2));
    assertThat(read().bytes()).isEqualTo(value(8, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 600})
  void concurrentUpdatesAllCount(int size) throws Exception {
    int writers = 8;
    int updates = 100;
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int w = 0; w < writers; w++) {
        String writer = "w" + w;
        GlobalVariableManager own = manager();
        all.add(
            pool.submit(
                () -> {
                  for (long n = 1; n <= updates; n++) {
                    long expected = own.read(new ReadGlobal("vc-1", "g")).version();
                    UnitMessage answer;
                    do {
                      answer =
                          own.swap(
                              new SwapGlobal("vc-1", "g", expected, value(size, 1), writer, n));
                      if (answer instanceof GlobalValue lost) {
                        expected = lost.version();
                      }
                    } while (!(answer instanceof GlobalSwapped));
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(Revision.of(view.get(StoreKeys.global("vc-1", "g")))).isEqualTo(writers * updates);
  }
}
