package io.leverage.peer.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.MeshNode;
import io.leverage.peer.internal.record.StoreKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The store over two nodes: what one writes, the other reads. */
@Timeout(240)
class InfinispanStateStoreTest {
  private static MeshNode first;
  private static MeshNode second;

  @BeforeAll
  static void start() {
    first = MeshNode.start();
    second = MeshNode.start(first.address());
    first.awaitPeers(2);
  }

  @AfterAll
  static void close() {
    second.close();
    first.close();
  }

  @Test
  void what_one_writes_the_other_reads() {
    assertThat(second.store().get("w/none")).isNull();
    first.store().put("w/1", bytes("one"));
    assertThat(second.store().get("w/1")).isEqualTo(bytes("one"));
    second.store().put("w/1", bytes("two"));
    assertThat(first.store().get("w/1")).isEqualTo(bytes("two"));
    first.store().remove("w/1");
    first.store().remove("w/1");
    assertThat(second.store().get("w/1")).isNull();
    first.store().put("w/empty", new byte[0]);
    assertThat(second.store().get("w/empty")).isEmpty();
  }

  @Test
  void arrays_are_copied_in_and_out() {
    byte[] value = bytes("abc");
    first.store().put("copy", value);
    value[0] = 'x';
    byte[] read = first.store().get("copy");
    assertThat(read).isEqualTo(bytes("abc"));
    read[1] = 'x';
    assertThat(first.store().get("copy")).isEqualTo(bytes("abc"));
  }

  @Test
  void compare_and_set_needs_the_expected_value() {
    StateStore store = first.store();
    assertThat(store.compareAndSet("cas", null, bytes("1"))).isTrue();
    assertThat(second.store().compareAndSet("cas", null, bytes("2"))).isFalse();
    assertThat(second.store().compareAndSet("cas", bytes("x"), bytes("2"))).isFalse();
    assertThat(second.store().compareAndSet("cas", bytes("1"), bytes("2"))).isTrue();
    assertThat(store.get("cas")).isEqualTo(bytes("2"));
    assertThat(store.compareAndSet("cas/none", bytes("1"), bytes("2"))).isFalse();
  }

  @Test
  void of_many_that_compare_and_set_one_wins_each_time() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    first.store().put("count", bytes("0:start"));
    List<Future<Integer>> wins = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      int thread = t;
      StateStore store = t % 2 == 0 ? first.store() : second.store();
      wins.add(
          pool.submit(
              () -> {
                int won = 0;
                for (int i = 0; i < 100; i++) {
                  byte[] now = store.get("count");
                  int count = Integer.parseInt(text(now).split(":", 2)[0]);
                  byte[] next = bytes((count + 1) + ":" + thread + "-" + i);
                  won += store.compareAndSet("count", now, next) ? 1 : 0;
                }
                return won;
              }));
    }
    int won = 0;
    for (Future<Integer> each : wins) {
      won += each.get(120, TimeUnit.SECONDS);
    }
    pool.shutdown();
    assertThat(text(first.store().get("count"))).startsWith(won + ":");
    assertThat(won).isPositive();
  }

  @Test
  void large_values_are_whole_replaced_and_removed() {
    byte[] large = random(5_000_003, 1);
    byte[] other = random(3 * InfinispanStateStore.CHUNK, 2);
    first.store().put("large", large);
    assertThat(second.store().get("large")).isEqualTo(large);
    second.store().put("large", other);
    assertThat(first.store().get("large")).isEqualTo(other);
    assertThat(first.store().compareAndSet("large", large, bytes("small"))).isFalse();
    assertThat(first.store().compareAndSet("large", other, large)).isTrue();
    assertThat(second.store().get("large")).isEqualTo(large);
    assertThat(first.store().compareAndSet("large", large, bytes("small"))).isTrue();
    assertThat(second.store().get("large")).isEqualTo(bytes("small"));
    first.store().put("large", large);
    assertThat(first.store().chunkCount()).isPositive();
    first.store().remove("large");
    assertThat(second.store().get("large")).isNull();
    assertThat(first.store().chunkCount()).isZero();
  }

  @Test
  void keys_are_listed_over_all_nodes_in_order() {
    for (int i = 9; i >= 0; i--) {
      (i % 2 == 0 ? first : second).store().put("list/" + i, bytes("x"));
    }
    first.store().put("lis", bytes("x"));
    assertThat(second.store().keys("list/")).hasSize(10).isSorted().startsWith("list/0", "list/1");
    assertThat(second.store().keys("nothing/")).isEmpty();
  }

  @Test
  void keys_of_a_group_are_listed_without_those_of_others() {
    List<String> mine = new ArrayList<>();
    for (int thread = 0; thread < 200; thread++) {
      String prefix = StoreKeys.checkpoints("vc-1/t" + thread);
      (thread % 2 == 0 ? first : second).store().put(prefix + "a", bytes("x"));
      second.store().put(prefix + "c/b", bytes("x"));
      mine.addAll(List.of(prefix + "a", prefix + "c/b"));
      first.store().put(StoreKeys.computer("vc-" + thread), bytes("x"));
    }
    for (int thread = 0; thread < 200; thread += 20) {
      String prefix = StoreKeys.checkpoints("vc-1/t" + thread);
      assertThat(first.store().keys(prefix)).containsExactly(prefix + "a", prefix + "c/b");
      assertThat(second.store().keys(prefix + "c")).containsExactly(prefix + "c/b");
    }
    assertThat(second.store().keys("cp/vc-1/"))
        .containsExactlyElementsOf(mine.stream().sorted().toList());
    assertThat(second.store().keys(StoreKeys.computers())).hasSize(200).isSorted();
  }

  private static byte[] random(int size, int seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
