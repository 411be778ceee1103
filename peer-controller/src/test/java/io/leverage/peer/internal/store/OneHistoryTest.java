package io.leverage.peer.internal.store;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.UnreachableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
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

  private final StoreMesh mesh = new StoreMesh(OPTIONS).open(PEERS);
  private final ExecutorService writers = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    writers.shutdownNow();
    mesh.close();
  }

  @Test
  void whatIsOnItsWayWhenTheSidesMeetIsOfOneHistoryToo() throws Exception {
    for (int split = 0; split < SPLITS; split++) {
      mesh.cutOff(PEERS / 2);
      mesh.awaitSettled(PEERS / 2);
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < PEERS * WRITERS; i++) {
        InfinispanStateStore store = mesh.store(i % PEERS);
        String prefix = split + (i % PEERS < PEERS / 2 ? "/a/" : "/b/") + i + "/";
        writing.add(writers.submit(() -> writeUntilTheyMeet(store, prefix)));
      }
      eventually("some are written", () -> mesh.store(0).held() > 200);

      mesh.heal();
      for (Future<?> each : writing) {
        each.get();
      }
      mesh.awaitSettled(PEERS);

      List<String> ofOne = mesh.store(0).keys(split + "/a/");
      List<String> ofOther = mesh.store(0).keys(split + "/b/");
      assertThat(ofOne.size() > ofOther.size() ? ofOther : ofOne).isEmpty();
    }
  }

  @Test
  void stepsThatAreToBeOfOneHistoryEndWhereSidesMeet() {
    InfinispanStateStore store = mesh.store(0);
    assertThatThrownBy(() -> store.inOneHistory(() -> stepOnBothSidesOfAMeeting(store)))
        .isInstanceOf(UnreachableException.class)
        .hasMessageContaining("the sides of a split mesh have met");
    assertThat(store.get("second")).isNull();
    assertThat(store.inOneHistory(() -> store.get("before"))).isEqualTo(new byte[] {1});
  }

  private String stepOnBothSidesOfAMeeting(InfinispanStateStore store) {
    store.put("before", new byte[] {1});
    mesh.cutOff(PEERS / 2);
    mesh.awaitSettled(PEERS / 2);
    mesh.heal();
    mesh.awaitSettled(PEERS);
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
}
