package io.leverage.peer.internal.store;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.mesh.JGroupsMesh;
import io.leverage.peer.internal.mesh.Side;
import io.leverage.peer.internal.mesh.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is in the store after the sides of a split mesh have met. */
@Timeout(240)
class SidesMeetTest {
  private static final int KEYS = 200;

  private static final StoreOptions OPTIONS =
      new StoreOptions(
          2,
          Duration.ofSeconds(1),
          1,
          false,
          (key, one, other) -> Byte.compare(one[0], other[0]),
          key -> Optional.empty());

  private final StoreMesh mesh = new StoreMesh(OPTIONS).open(4);

  @AfterEach
  void close() {
    mesh.close();
  }

  /** As where what one peer sends is lost: it gives up the others before they give it up. */
  @Test
  void aPeerThatLeftOthersWhoDidNotNoticeTakesNothingAwayFromThem() {
    for (int i = 0; i < KEYS; i++) {
      mesh.store(1).put("key" + i, value(1));
    }
    JGroupsMesh first = mesh.mesh(0);
    Address self = first.channel().getAddress();
    long number = first.channel().getView().getViewId().getId();
    GMS gms = first.channel().getProtocolStack().findProtocol(GMS.class);
    gms.installView(new View(new ViewId(self, number + 1), List.of(self)));
    eventually("the one waits for the others", () -> waits(mesh.store(0)));
    Set<String> replaced = new HashSet<>();
    Set<String> removed = new HashSet<>();
    for (int i = 0; i < KEYS; i += 20) {
      String one = "key" + i;
      String other = "key" + (i + 10);
      if (isDone(() -> mesh.store(1).put(one, value(2)))) {
        replaced.add(one);
      }
      if (isDone(() -> mesh.store(1).remove(other))) {
        removed.add(other);
      }
    }

    mesh.awaitSettled(4);

    for (int i = 0; i < KEYS; i++) {
      String key = "key" + i;
      byte[] found = mesh.store(2).get(key);
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
    mesh.store(1).put("key0", value(1));
    ExecutorService askers = Executors.newCachedThreadPool();
    for (InfinispanStateStore each : mesh.stores().subList(0, 3)) {
      askers.execute(
          () -> {
            while (!askers.isShutdown()) {
              var unused = waits(each);
            }
          });
    }
    try {
      for (int split = 0; split < 2; split++) {
        mesh.cutOff(2);
        mesh.awaitViews(2);
        for (InfinispanStateStore each : mesh.stores()) {
          eventually("each side waits", () -> waits(each));
        }

        mesh.heal();
        eventually(
            "all have all copies",
            () -> mesh.stores().subList(0, 3).stream().allMatch(each -> each.settled(4)));
      }
    } finally {
      askers.shutdown();
    }

    assertThat(mesh.store(0).get("key0")).isEqualTo(value(1));
  }

  /** Each of the two has values that the other one lacks, and together they have as many copies. */
  @Test
  void twoThatPartedWhenAThirdDiedKeepWhatEachOfThemHas() {
    for (int i = 0; i < KEYS; i++) {
      mesh.store(1).put("key" + i, value(1));
    }
    mesh.leave(3);
    mesh.awaitSettled(3);
    mesh.kill(2);
    mesh.cutOff(1);
    for (InfinispanStateStore each : mesh.stores()) {
      eventually("each of the others waits", () -> waits(each));
    }

    mesh.heal();
    mesh.awaitSettled(2);

    for (int i = 0; i < KEYS; i++) {
      assertThat(mesh.store(0).get("key" + i)).as("key" + i).isEqualTo(value(1));
    }
  }

  /** What another peer says may be from before it noticed the split. */
  @Test
  void aSideWaitsAlsoIfItHearsOfItselfThatItWasWholeBefore() {
    mesh.cutOff(2);
    for (InfinispanStateStore each : mesh.stores()) {
      eventually("each side waits", () -> waits(each));
    }
    JGroupsMesh late = mesh.mesh(1);
    late.onStanding(() -> new Standing(Side.WHOLE, 1));

    late.tellSide();

    eventually(
        "the other peer of the side hears it",
        () -> mesh.mesh(0).peers().stream().anyMatch(each -> each.side() == Side.WHOLE));
    assertThat(waits(mesh.store(0))).isTrue();
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

  private static byte[] value(int revision) {
    byte[] text = ("x" + revision).getBytes(StandardCharsets.UTF_8);
    text[0] = (byte) revision;
    return text;
  }
}
