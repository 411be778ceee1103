package io.leverage.peer.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.store.Shares.Winner;
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
    List<Set<String>> sides = List.of(Set.of("a"), Set.of("b", "c"));
    assertThat(winner(TWO_OF_THREE, sides, Set.of("b", "c"))).isEqualTo(Winner.PREFERRED);
    assertThat(winner(TWO_OF_THREE, sides, Set.of("b"))).isEqualTo(Winner.PREFERRED);
  }

  @Test
  void whoLeftOthersThatDidNotNoticeIsPreferredAndWrong() {
    List<Set<String>> sides = List.of(Set.of("a", "b", "c"), Set.of("a"));
    assertThat(winner(TWO_OF_THREE, sides, Set.of("a"))).isEqualTo(Winner.OTHER);
    assertThat(winner(TWO_OF_THREE, sides, Set.of("b", "c"))).isEqualTo(Winner.PREFERRED);
    assertThat(winner(TWO_OF_THREE, sides, Set.of("a", "b"))).isEqualTo(Winner.LATER);
    assertThat(winner(ALL_OF_THREE, sides, Set.of("a"))).isEqualTo(Winner.PREFERRED);
  }

  @Test
  void ofOwnersOfSeveralSidesNothingIsKnown() {
    List<Set<String>> sides = List.of(Set.of("a"), Set.of("b", "c"));
    assertThat(winner(TWO_OF_THREE, sides, Set.of("a", "b"))).isEqualTo(Winner.LATER);
    assertThat(winner(TWO_OF_THREE, sides, Set.of())).isEqualTo(Winner.LATER);
  }

  @Test
  void sidesThatHadAllOnlyTogetherAreNotRight() {
    List<Set<String>> sides = List.of(Set.of("a"), Set.of("b"), Set.of("c"));
    assertThat(winner(TWO_OF_THREE, sides, Set.of("a"))).isEqualTo(Winner.LATER);
    Shares four = new Shares(List.of(Set.of("a", "b"), Set.of("c", "d")));
    assertThat(winner(four, List.of(Set.of("a", "b"), Set.of("c", "d")), Set.of("c")))
        .isEqualTo(Winner.LATER);
  }

  @Test
  void ofEquallyLargeSidesThePreferredMustHaveHadAll() {
    List<Set<String>> sides = List.of(Set.of("a", "b"), Set.of("c", "d"));
    Shares one = new Shares(List.of(Set.of("a", "b"), Set.of("a", "c"), Set.of("a", "d")));
    assertThat(winner(one, sides, Set.of("a", "b"))).isEqualTo(Winner.PREFERRED);
    assertThat(winner(one, sides, Set.of("c", "d"))).isEqualTo(Winner.OTHER);
    Shares each = new Shares(List.of(Set.of("a", "c"), Set.of("b", "d")));
    assertThat(winner(each, sides, Set.of("c", "d"))).isEqualTo(Winner.PREFERRED);
  }

  @Test
  void whoCameToASideSinceDoesNotMatter() {
    assertThat(
            winner(
                TWO_OF_THREE, List.of(Set.of("a"), Set.of("b", "c", "d")), Set.of("b", "c", "d")))
        .isEqualTo(Winner.PREFERRED);
    assertThat(winner(TWO_OF_THREE, List.of(Set.of("a", "d", "e"), Set.of("b", "c")), Set.of("d")))
        .isEqualTo(Winner.OTHER);
  }

  @Test
  void whoWasStartedAgainHasNotWhatItHadBefore() {
    List<Set<String>> sides = List.of(Set.of("a"), Set.of("b", "c started again"));
    assertThat(winner(TWO_OF_THREE, sides, Set.of("b"))).isEqualTo(Winner.LATER);
  }

  @Test
  void itIsAskedOfTheTimeBeforeTheyParted() {
    List<Set<String>> sides = List.of(Set.of("a"), Set.of("b", "c"));
    Set<String> preferred = Set.of("b", "c");
    Shares ownSince = new Shares(List.of(Set.of("a"), Set.of("a"), Set.of("a")));
    assertThat(Shares.winner(sides, preferred, List.of(ALL_OF_THREE, TWO_OF_THREE, ownSince)))
        .isEqualTo(Winner.PREFERRED);
    assertThat(Shares.winner(sides, preferred, List.of(ownSince))).isEqualTo(Winner.LATER);
    assertThat(Shares.winner(sides, preferred, List.of())).isEqualTo(Winner.LATER);
  }

  @Test
  void withoutSidesNothingIsKnown() {
    assertThat(winner(TWO_OF_THREE, List.of(), Set.of("a"))).isEqualTo(Winner.LATER);
    assertThat(winner(TWO_OF_THREE, List.of(Set.of("a", "b", "c")), Set.of("a")))
        .isEqualTo(Winner.LATER);
  }

  private static Winner winner(Shares parted, List<Set<String>> sides, Set<String> preferred) {
    return Shares.winner(sides, preferred, List.of(parted));
  }
}
