package io.leverage.peer.internal.mesh;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.MeshNode;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.TestPorts;
import io.leverage.peer.internal.store.InfinispanStateStore;
import io.leverage.peer.internal.store.StoreOptions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class JGroupsMeshTest {
  @Test
  void peers_find_each_other_talk_and_notice_who_leaves() throws Exception {
    try (MeshNode first = MeshNode.start();
        MeshNode second = MeshNode.start(first.address());
        MeshNode third = MeshNode.start(first.address())) {
      List<List<PeerInfo>> views = new CopyOnWriteArrayList<>();
      first.mesh().onView(views::add);
      third.mesh().announce(7, 3);
      first.awaitPeers(3);
      second.awaitPeers(3);
      third.awaitPeers(3);
      String thirdId = third.mesh().self();
      eventually(
          "the third's load is known",
          () ->
              first.mesh().peers().stream()
                  .anyMatch(p -> p.id().equals(thirdId) && p.slots() == 7 && p.busy() == 3));
      assertThat(first.mesh().peers())
          .extracting(PeerInfo::name)
          .containsExactlyInAnyOrder(
              first.address().toString(), second.address().toString(), third.address().toString());

      for (MeshNode to : List.of(first, second, third)) {
        byte[] large = new byte[3 << 20];
        large[5] = 5;
        assertThat(first.mesh().request(to.mesh().self(), large).get(60, TimeUnit.SECONDS))
            .isEqualTo(large);
      }

      third.leave();

      eventually("the third has left", () -> !first.mesh().contains(thirdId));
      eventually(
          "the listener heard of three, then two",
          () ->
              views.stream().anyMatch(v -> v.size() == 3)
                  && views.get(views.size() - 1).size() == 2);
      assertThatThrownBy(() -> first.mesh().request(thirdId, new byte[1]).get(60, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UnreachableException.class);
    }
  }

  @Test
  void of_many_announcements_the_last_one_arrives() {
    try (MeshNode first = MeshNode.start();
        MeshNode second = MeshNode.start(first.address())) {
      first.awaitPeers(2);
      for (int busy = 0; busy <= 10_000; busy++) {
        second.mesh().announce(10_000, busy);
      }
      eventually(
          "the last load is known",
          () -> first.mesh().peers().stream().anyMatch(peer -> peer.busy() == 10_000));
    }
  }

  @Test
  void a_request_to_a_peer_that_leaves_fails_and_failures_keep_their_kind() throws Exception {
    try (MeshNode first = MeshNode.start()) {
      CountDownLatch asked = new CountDownLatch(1);
      PeerAddress address = TestPorts.free();
      JGroupsMesh mesh = new JGroupsMesh(address, List.of(first.address()));
      InfinispanStateStore store =
          InfinispanStateStore.open(mesh, address.toString(), StoreOptions.ofDefaults());
      mesh.onRequest(
          (from, request) -> {
            if (request.length == 0) {
              throw new RefusedException("nothing was asked");
            }
            asked.countDown();
            new CountDownLatch(1).await();
            return request;
          });
      mesh.open();
      first.awaitPeers(2);

      assertThatThrownBy(
              () -> first.mesh().request(mesh.self(), new byte[0]).get(60, TimeUnit.SECONDS))
          .hasCauseInstanceOf(RefusedException.class)
          .hasMessageContaining("nothing was asked");
      CompletableFuture<byte[]> answer = first.mesh().request(mesh.self(), new byte[1]);
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      store.close();
      mesh.close();

      assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS))
          .hasCauseInstanceOf(UnreachableException.class);
    }
  }
}
