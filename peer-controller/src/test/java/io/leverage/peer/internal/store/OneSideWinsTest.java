package io.leverage.peer.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.store.Shares.Winner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.infinispan.commons.marshall.WrappedByteArray;
import org.infinispan.container.entries.CacheEntry;
import org.infinispan.container.entries.ImmortalCacheEntry;
import org.junit.jupiter.api.Test;

/** What is kept when the two sides of a split mesh meet. */
class OneSideWinsTest {
  private static final WrappedByteArray KEY =
      new WrappedByteArray("key".getBytes(StandardCharsets.UTF_8));

  private static final StoreOptions.Later BY_FIRST_BYTE =
      (key, one, other) -> Byte.compare(one[0], other[0]);

  private final OneSideWins whole = new OneSideWins(BY_FIRST_BYTE, () -> Winner.PREFERRED);
  private final OneSideWins partial = new OneSideWins(BY_FIRST_BYTE, () -> Winner.LATER);
  private final OneSideWins other = new OneSideWins(BY_FIRST_BYTE, () -> Winner.OTHER);

  @Test
  void a_side_that_had_all_wins_whole() {
    assertThat(whole.merge(entry(1), List.of(entry(2)))).isEqualTo(entry(1));
    assertThat(whole.merge(entry(2), List.of(entry(1)))).isEqualTo(entry(2));
  }

  @Test
  void what_it_removed_does_not_come_back() {
    assertThat(whole.merge(null, List.of(entry(2)))).isNull();
    assertThat(other.merge(entry(2), List.of())).isNull();
  }

  @Test
  void the_other_side_wins_where_only_that_one_had_all() {
    assertThat(other.merge(null, List.of(entry(1)))).isEqualTo(entry(1));
    assertThat(other.merge(entry(3), List.of(entry(1), entry(2)))).isEqualTo(entry(2));
  }

  @Test
  void nothing_is_removed_in_favour_of_a_side_that_lacked_values() {
    assertThat(partial.merge(null, List.of(entry(2)))).isEqualTo(entry(2));
    assertThat(partial.merge(entry(1), Arrays.asList((CacheEntry<Object, Object>) null)))
        .isEqualTo(entry(1));
  }

  @Test
  void then_the_later_value_wins_and_of_equal_ones_the_preferred() {
    assertThat(partial.merge(entry(1), List.of(entry(3), entry(2)))).isEqualTo(entry(3));
    CacheEntry<Object, Object> preferred = entry(2);
    assertThat(partial.merge(preferred, List.of(entry(2)))).isSameAs(preferred);
    assertThat(partial.merge(entry(3), List.of(entry(2)))).isEqualTo(entry(3));
  }

  @SuppressWarnings("unchecked") // the entry has no type parameters
  private static CacheEntry<Object, Object> entry(int revision) {
    return new ImmortalCacheEntry(
        KEY, new WrappedByteArray(new StoredValue.Inline(new byte[] {(byte) revision}).toBytes()));
  }
}
