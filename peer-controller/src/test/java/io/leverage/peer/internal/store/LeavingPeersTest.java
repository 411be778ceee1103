package io.leverage.peer.internal.store;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.store.HeldUpStateConsumer.HoldUp;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

  private final StoreMesh mesh = new StoreMesh(OPTIONS).open(4);

  @AfterEach
  void close() {
    HeldUpStateConsumer.reset();
    mesh.close();
  }

  @Test
  void aPeerThatIsSlowToSayItHasItsValuesHasThem() {
    for (int i = 0; i < KEYS; i++) {
      mesh.store(1).put("key" + i, new byte[] {1});
    }
    HoldUp holdUp = HeldUpStateConsumer.next(mesh.address(2).toString());

    mesh.leave(3);
    eventually("a thread is held up", holdUp::isBegun);
    mesh.leave(0); // the coordinator; the next one begins again

    mesh.awaitSettled(2);
    assertThat(mesh.stores()).extracting(InfinispanStateStore::held).containsExactly(KEYS, KEYS);
    mesh.open();
    mesh.awaitSettled(3);
  }

  @Test
  void aPeerThatJoinsWhileAnotherLeavesGetsItsShare() throws Exception {
    HoldUp holdUp = HeldUpStateConsumer.next(mesh.address(1).toString());

    mesh.leave(3);
    eventually("a thread is held up", holdUp::isBegun);
    eventually("three are left", () -> HeldUpStateConsumer.wanted() == 3);
    CompletableFuture<Void> joined = CompletableFuture.runAsync(mesh::open);
    eventually("another one wants to join", () -> HeldUpStateConsumer.wanted() == 4);
    mesh.leave(2); // before the one that joins is in a plan

    joined.get(90, TimeUnit.SECONDS);
    mesh.awaitSettled(3);
  }
}
