package io.leverage.peer.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which keys are kept together. */
class StoreKeysTest {
  @Test
  void all_checkpoints_of_a_thread_are_kept_together() {
    String prefix = StoreKeys.checkpoints("vc-1/a/b");
    assertThat(StoreKeys.groupOf(prefix)).contains(prefix);
    assertThat(StoreKeys.groupOf(prefix + "name")).contains(prefix);
    assertThat(StoreKeys.groupOf(prefix + "c/1-chunk")).contains(prefix);
    assertThat(StoreKeys.groupOf(StoreKeys.checkpoints("vc-1/a"))).isPresent().isNotEqualTo(prefix);
  }

  @Test
  void what_all_peers_list_is_kept_together() {
    assertThat(StoreKeys.groupOf(StoreKeys.computer("vc-1")))
        .isPresent()
        .isEqualTo(StoreKeys.groupOf(StoreKeys.computers()));
    assertThat(StoreKeys.groupOf(StoreKeys.folderOf("host:1")))
        .isPresent()
        .isEqualTo(StoreKeys.groupOf(StoreKeys.folders()))
        .isEqualTo(StoreKeys.groupOf(StoreKeys.meshView()));
  }

  @Test
  void the_rest_is_spread() {
    assertThat(StoreKeys.groupOf(StoreKeys.thread("vc-1/t"))).isEmpty();
    assertThat(StoreKeys.groupOf(StoreKeys.batch("vc-1/t", "vc-1/u", 1))).isEmpty();
    assertThat(StoreKeys.belongings("vc-1")).allMatch(key -> StoreKeys.groupOf(key).isEmpty());
  }
}
