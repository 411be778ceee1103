package io.leverage.peer.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose values count when the sides of a split mesh meet. */
class SharesTest {
  private static final Shares TWO_OF_THREE =
      new Shares(List.of(Set.of("a", "b"), Set.of("b", "c"), Set.of("a", "c")));
  private static final Shares ALL_OF_THREE =
      new Shares(List.of(Set.of("a", "b", "c"), Set.of("a", "b", "c")));

  @Test
  void twoOfThreeHadAllWhereEachShareHasTwoCopies() {
    assertThat(hadAll(TWO_OF_THREE, List.of(Set.of("a"), Set.of("b", "c")))).isTrue();
    assertThat(hadAll(TWO_OF_THREE, List.of(Set.of("b", "c"), Set.of("a")))).isTrue();
  }

  @Test
  void sidesThatAreOnlyTogetherTheLargerDidNotHaveAll() {
    assertThat(hadAll(TWO_OF_THREE, List.of(Set.of("a"), Set.of("b"), Set.of("c")))).isFalse();
  }

  @Test
  void ofEquallyLargeSidesEachMustHaveHadAll() {
    Shares four = new Shares(List.of(Set.of("a", "b"), Set.of("a", "c"), Set.of("a", "d")));
    assertThat(hadAll(four, List.of(Set.of("a", "b"), Set.of("c", "d")))).isFalse();
    Shares each = new Shares(List.of(Set.of("a", "c"), Set.of("b", "d")));
    assertThat(hadAll(each, List.of(Set.of("a", "b"), Set.of("c", "d")))).isTrue();
  }

  @Test
  void whoCameToASideSinceDoesNotMatter() {
    assertThat(hadAll(TWO_OF_THREE, List.of(Set.of("a"), Set.of("b", "c", "d")))).isTrue();
    assertThat(hadAll(TWO_OF_THREE, List.of(Set.of("a", "d", "e"), Set.of("b", "c")))).isFalse();
  }

  @Test
  void whoWasStartedAgainHasNotWhatItHadBefore() {
    assertThat(hadAll(TWO_OF_THREE, List.of(Set.of("a"), Set.of("b", "c started again"))))
        .isFalse();
  }

  @Test
  void itIsAskedOfTheTimeBeforeTheyParted() {
    List<Set<String>> sides = List.of(Set.of("a"), Set.of("b", "c"));
    Shares ownSince = new Shares(List.of(Set.of("a"), Set.of("a"), Set.of("a")));
    assertThat(Shares.largerHadAll(sides, List.of(ALL_OF_THREE, TWO_OF_THREE, ownSince))).isTrue();
    assertThat(Shares.largerHadAll(sides, List.of(ownSince))).isFalse();
    assertThat(Shares.largerHadAll(sides, List.of())).isFalse();
  }

  @Test
  void withoutSidesNothingIsKnown() {
    assertThat(hadAll(TWO_OF_THREE, List.of())).isFalse();
    assertThat(hadAll(TWO_OF_THREE, List.of(Set.of("a", "b", "c")))).isFalse();
  }

  private static boolean hadAll(Shares parted, List<Set<String>> sides) {
    return Shares.largerHadAll(sides, List.of(parted));
  }
}
