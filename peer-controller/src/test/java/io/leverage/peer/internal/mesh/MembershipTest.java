package io.leverage.peer.internal.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MembershipTest {
  private static final PeerInfo A = new PeerInfo("a", "a:1", 1, 0, 1);
  private static final PeerInfo B = new PeerInfo("b", "b:1", 1, 0, 2);

  private final Membership membership = new Membership();

  @Test
  void publishes_a_view_once_all_have_announced_themselves() {
    membership.view(List.of("a", "b"));
    membership.announced(1, A);
    assertThat(membership.publish(false)).isEmpty();
    assertThat(membership.contains("b")).isTrue();
    assertThat(membership.hasAnnounced("b")).isFalse();

    membership.announced(1, B);

    assertThat(membership.publish(false)).contains(List.of(A, B));
    assertThat(membership.publish(false)).isEmpty();
  }

  @Test
  void publishes_without_the_silent_when_told_to_and_with_them_later() {
    membership.view(List.of("a", "b"));
    membership.announced(1, A);
    assertThat(membership.publish(true)).contains(List.of(A));
    membership.announced(1, B);
    assertThat(membership.publish(false)).contains(List.of(A, B));
  }

  @Test
  void publishes_a_loss_at_once() {
    membership.view(List.of("a", "b"));
    membership.announced(1, A);
    membership.announced(1, B);
    membership.publish(false);

    membership.view(List.of("a"));

    assertThat(membership.publish(false)).contains(List.of(A));
    assertThat(membership.contains("b")).isFalse();
  }

  @Test
  void an_older_announcement_does_not_replace_a_newer_one() {
    PeerInfo busy = new PeerInfo("a", "a:1", 1, 1, 1);
    membership.view(List.of("a"));
    membership.announced(2, busy);
    membership.announced(1, A);
    assertThat(membership.peers()).containsExactly(busy);
  }

  @Test
  void a_stranger_is_not_listed() {
    membership.view(List.of("a"));
    membership.announced(1, A);
    membership.announced(1, B);
    assertThat(membership.peers()).containsExactly(A);
  }

  @Test
  void an_announcement_may_come_before_the_view_that_has_the_peer() {
    membership.view(List.of("a"));
    membership.announced(1, A);
    membership.publish(false);
    membership.announced(1, B);

    membership.view(List.of("a", "b"));

    assertThat(membership.publish(false)).contains(List.of(A, B));
  }
}
