package io.leverage.peer.internal.store;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.UnreachableException;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.TestPorts;
import io.leverage.peer.internal.mesh.InMemoryMesh;
import io.leverage.peer.internal.mesh.JGroupsMesh;
import io.leverage.peer.internal.mesh.Side;
import io.leverage.peer.internal.mesh.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jgroups.Address;
import org.jgroups.View;
import org.jgroups.ViewId;
import org.jgroups.protocols.pbcast.GMS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is in the store after the sides of a split mesh have met. */
@Timeout(240)
class SidesMeetTest {
  private static final int KEYS = 200;

  private final InMemoryMesh network = new InMemoryMesh();
  private final List<PeerAddress> peers = new ArrayList<>();
  private final List<JGroupsMesh> meshes = new ArrayList<>();
  private final List<InfinispanStateStore> stores = new ArrayList<>();

  @BeforeEach
  void start() {
    StoreOptions options =
        new StoreOptions(
            2,
            Duration.ofSeconds(1),
            1,
            false,
            (key, one, other) -> Byte.compare(one[0], other[0]),
            key -> Optional.empty());
    for (int i = 0; i < 4; i++) {
      PeerAddress own = TestPorts.free();
      JGroupsMesh mesh = network.join(own, peers);
      meshes.add(mesh);
      stores.add(InfinispanStateStore.open(mesh, own.toString(), options));
      mesh.onRequest((from, request) -> request);
      mesh.open();
      peers.add(own);
    }
    awaitAll();
  }

  @AfterEach
  void close() {
    stores.forEach(InfinispanStateStore::close);
    meshes.forEach(JGroupsMesh::close);
  }

  /** As where what one peer sends is lost: it gives up the others before they give it up. */
  @Test
  void aPeerThatLeftOthersWhoDidNotNoticeTakesNothingAwayFromThem() {
    for (int i = 0; i < KEYS; i++) {
      stores.get(1).put("key" + i, value(1));
    }
    JGroupsMesh first = meshes.get(0);
    Address self = first.channel().getAddress();
    long number = first.channel().getView().getViewId().getId();
    GMS gms = first.channel().getProtocolStack().findProtocol(GMS.class);
    gms.installView(new View(new ViewId(self, number + 1), List.of(self)));
    eventually("the one waits for the others", () -> waits(stores.get(0)));
    Set<String> replaced = new HashSet<>();
    Set<String> removed = new HashSet<>();
    for (int i = 0; i < KEYS; i += 20) {
      String one = "key" + i;
      String other = "key" + (i + 10);
      if (isDone(() -> stores.get(1).put(one, value(2)))) {
        replaced.add(one);
      }
      if (isDone(() -> stores.get(1).remove(other))) {
        removed.add(other);
      }
    }

    awaitAll();

    for (int i = 0; i < KEYS; i++) {
      String key = "key" + i;
      byte[] found = stores.get(2).get(key);
      if (removed.contains(key)) {
        assertThat(found).as(key).isNull();
      } else if (replaced.contains(key)) {
        assertThat(found).as(key).isEqualTo(value(2));
      } else if (i % 10 > 0) {
        assertThat(found).as(key).isEqualTo(value(1));
      }
    }
  }

  /** All but one of them are asked all the time, as a peer's roles do. */
  @Test
  void aSideThatLacksValuesWaitsAlsoIfItHasMetTheOtherBefore() {
    stores.get(1).put("key0", value(1));
    ExecutorService askers = Executors.newCachedThreadPool();
    for (InfinispanStateStore each : stores.subList(0, 3)) {
      askers.execute(
          () -> {
            while (!askers.isShutdown()) {
              var unused = waits(each);
            }
          });
    }
    try {
      for (int split = 0; split < 2; split++) {
        network.cut(peers.subList(0, 2), true);
        eventually("a split", () -> meshes.stream().allMatch(each -> sees(each, 2)));
        for (InfinispanStateStore each : stores) {
          eventually("each side waits", () -> waits(each));
        }

        network.heal();
        eventually(
            "all have all copies",
            () -> stores.subList(0, 3).stream().allMatch(each -> each.settled(4)));
      }
    } finally {
      askers.shutdown();
    }

    assertThat(stores.get(0).get("key0")).isEqualTo(value(1));
  }

  /** Each of the two has values that the other one lacks, and together they have as many copies. */
  @Test
  void twoThatPartedWhenAThirdDiedKeepWhatEachOfThemHas() {
    for (int i = 0; i < KEYS; i++) {
      stores.get(1).put("key" + i, value(1));
    }
    stores.remove(3).close();
    meshes.remove(3).close();
    awaitPeers(3);
    network.kill(peers.get(2));
    network.cut(peers.subList(0, 1), true);
    InfinispanStateStore dead = stores.remove(2);
    JGroupsMesh deadMesh = meshes.remove(2);
    for (InfinispanStateStore each : stores) {
      eventually("each of the others waits", () -> waits(each));
    }

    network.heal();
    awaitPeers(2);

    for (int i = 0; i < KEYS; i++) {
      assertThat(stores.get(0).get("key" + i)).as("key" + i).isEqualTo(value(1));
    }
    Thread closing =
        new Thread(
            () -> {
              dead.close();
              deadMesh.close();
            });
    closing.setDaemon(true);
    closing.start();
  }

  /** What another peer says may be from before it noticed the split. */
  @Test
  void aSideWaitsAlsoIfItHearsOfItselfThatItWasWholeBefore() {
    network.cut(peers.subList(0, 2), true);
    for (InfinispanStateStore each : stores) {
      eventually("each side waits", () -> waits(each));
    }
    JGroupsMesh late = meshes.get(1);
    late.onStanding(() -> new Standing(Side.WHOLE, 1));

    late.tellSide();

    eventually(
        "the other peer of the side hears it",
        () -> meshes.get(0).peers().stream().anyMatch(each -> each.side() == Side.WHOLE));
    assertThat(waits(stores.get(0))).isTrue();
  }

  private static boolean sees(JGroupsMesh mesh, int peers) {
    return mesh.channel().getView().size() == peers;
  }

  private static boolean waits(InfinispanStateStore store) {
    try {
      store.get("key0");
      return false;
    } catch (UnreachableException e) {
      return String.valueOf(e.getMessage()).contains("waits for the others");
    }
  }

  private static boolean isDone(Runnable change) {
    try {
      change.run();
      return true;
    } catch (UnreachableException e) {
      return false;
    }
  }

  private void awaitAll() {
    awaitPeers(4);
  }

  private void awaitPeers(int count) {
    eventually(
        "all have all copies",
        () ->
            meshes.stream().allMatch(each -> sees(each, count))
                && stores.stream().allMatch(each -> each.settled(count)));
  }

  private static byte[] value(int revision) {
    byte[] text = ("x" + revision).getBytes(StandardCharsets.UTF_8);
    text[0] = (byte) revision;
    return text;
  }
}
