package io.leverage.peer.internal.store;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.UnreachableException;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.TestPorts;
import io.leverage.peer.internal.mesh.InMemoryMesh;
import io.leverage.peer.internal.mesh.JGroupsMesh;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** After a split in which each side has every value, only what one of them wrote is there. */
@Timeout(240)
class OneHistoryTest {
  private static final int PEERS = 4;
  private static final int WRITERS = 4;
  private static final int KEYS = 100;
  private static final int SPLITS = Integer.getInteger("leverage.splits", 1);
  private static final StoreOptions OPTIONS =
      new StoreOptions(
          3, Duration.ofSeconds(1), 3, false, (key, one, other) -> 0, key -> Optional.empty());

  private final InMemoryMesh network = new InMemoryMesh();
  private final List<PeerAddress> peers = new ArrayList<>();
  private final List<JGroupsMesh> meshes = new ArrayList<>();
  private final List<InfinispanStateStore> stores = new ArrayList<>();
  private final ExecutorService writers = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    writers.shutdownNow();
    stores.forEach(InfinispanStateStore::close);
    meshes.forEach(JGroupsMesh::close);
  }

  @BeforeEach
  void start() {
    for (int i = 0; i < PEERS; i++) {
      PeerAddress own = TestPorts.free();
      JGroupsMesh mesh = network.join(own, peers);
      meshes.add(mesh);
      stores.add(InfinispanStateStore.open(mesh, own.toString(), OPTIONS));
      mesh.onRequest((from, request) -> request);
      mesh.open();
      peers.add(own);
    }
    awaitPeers(PEERS);
  }

  @Test
  void whatIsOnItsWayWhenTheSidesMeetIsOfOneHistoryToo() throws Exception {
    for (int split = 0; split < SPLITS; split++) {
      network.cut(peers.subList(0, PEERS / 2), true);
      awaitPeers(PEERS / 2);
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < PEERS * WRITERS; i++) {
        InfinispanStateStore store = stores.get(i % PEERS);
        String prefix = split + (i % PEERS < PEERS / 2 ? "/a/" : "/b/") + i + "/";
        writing.add(writers.submit(() -> writeUntilTheyMeet(store, prefix)));
      }
      eventually("some are written", () -> stores.get(0).held() > 200);

      network.heal();
      for (Future<?> each : writing) {
        each.get();
      }
      awaitPeers(PEERS);

      List<String> ofOne = stores.get(0).keys(split + "/a/");
      List<String> ofOther = stores.get(0).keys(split + "/b/");
      assertThat(ofOne.size() > ofOther.size() ? ofOther : ofOne).isEmpty();
    }
  }

  @Test
  void stepsThatAreToBeOfOneHistoryEndWhereSidesMeet() {
    InfinispanStateStore store = stores.get(0);
    assertThatThrownBy(() -> store.inOneHistory(() -> stepOnBothSidesOfAMeeting(store)))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("the sides of a split mesh have met");
    assertThat(store.get("second")).isNull();
    assertThat(store.inOneHistory(() -> store.get("before"))).isEqualTo(new byte[] {1});
  }

  private String stepOnBothSidesOfAMeeting(InfinispanStateStore store) {
    store.put("before", new byte[] {1});
    network.cut(peers.subList(0, PEERS / 2), true);
    awaitPeers(PEERS / 2);
    network.heal();
    awaitPeers(PEERS);
    store.put("second", new byte[] {2});
    return "not reached";
  }

  private static void writeUntilTheyMeet(InfinispanStateStore store, String prefix) {
    try {
      for (int i = 0; true; i++) {
        store.put(prefix + i % KEYS, prefix.getBytes(StandardCharsets.UTF_8));
      }
    } catch (UnreachableException e) {
      // whether that was written is unknown
      return;
    }
  }

  private void awaitPeers(int count) {
    eventually(
        count + " peers",
        () ->
            meshes.stream().allMatch(each -> each.channel().getView().size() == count)
                && stores.stream().allMatch(each -> each.settled(count)));
  }
}
