package io.leverage.peer.internal.store;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.PeerAddress;
import io.leverage.peer.TestPorts;
import io.leverage.peer.internal.mesh.InMemoryMesh;
import io.leverage.peer.internal.mesh.JGroupsMesh;
import io.leverage.peer.internal.store.HeldUpStateConsumer.HoldUp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is in the store after peers have left. */
@Timeout(240)
class LeavingPeersTest {
  private static final int KEYS = 200;
  private static final StoreOptions OPTIONS =
      new StoreOptions(
          3, Duration.ofSeconds(1), 1, false, (key, one, other) -> 0, key -> Optional.empty());

  private final InMemoryMesh network = new InMemoryMesh();
  private final List<PeerAddress> peers = new CopyOnWriteArrayList<>();
  private final List<JGroupsMesh> meshes = new CopyOnWriteArrayList<>();
  private final List<InfinispanStateStore> stores = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    HeldUpStateConsumer.reset();
    stores.forEach(InfinispanStateStore::close);
    meshes.forEach(JGroupsMesh::close);
  }

  @Test
  void aPeerThatIsSlowToSayItHasItsValuesHasThem() {
    for (int i = 0; i < 4; i++) {
      open();
    }
    awaitAll();
    for (int i = 0; i < KEYS; i++) {
      stores.get(1).put("key" + i, new byte[] {1});
    }
    HoldUp holdUp = HeldUpStateConsumer.next(peers.get(2).toString());

    leave(3);
    eventually("a thread is held up", holdUp::isBegun);
    leave(0); // the coordinator; the next one begins again

    eventually("both have all copies", () -> stores.stream().allMatch(each -> each.settled(2)));
    assertThat(stores).extracting(InfinispanStateStore::held).containsExactly(KEYS, KEYS);
    open();
    awaitAll();
  }

  @Test
  void aPeerThatJoinsWhileAnotherLeavesGetsItsShare() throws Exception {
    for (int i = 0; i < 4; i++) {
      open();
    }
    awaitAll();
    HoldUp holdUp = HeldUpStateConsumer.next(peers.get(1).toString());

    leave(3);
    eventually("a thread is held up", holdUp::isBegun);
    eventually("three are left", () -> HeldUpStateConsumer.wanted() == 3);
    CompletableFuture<Void> joined = CompletableFuture.runAsync(this::open);
    eventually("another one wants to join", () -> HeldUpStateConsumer.wanted() == 4);
    leave(2); // before the one that joins is in a plan

    joined.get(90, TimeUnit.SECONDS);
    awaitAll();
  }

  private void open() {
    PeerAddress own = TestPorts.free();
    JGroupsMesh mesh = network.join(own, peers);
    meshes.add(mesh);
    stores.add(InfinispanStateStore.open(mesh, own.toString(), OPTIONS));
    mesh.onRequest((from, request) -> request);
    mesh.open();
    peers.add(own);
  }

  private void leave(int peer) {
    peers.remove(peer);
    stores.remove(peer).close();
    meshes.remove(peer).close();
  }

  private void awaitAll() {
    int size = stores.size();
    eventually(
        "all have all copies",
        () ->
            meshes.stream().allMatch(each -> each.channel().getView().size() == size)
                && stores.stream().allMatch(each -> each.settled(size)));
  }
}
