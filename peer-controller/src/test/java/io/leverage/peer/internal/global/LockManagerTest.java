package io.leverage.peer.internal.global;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.ThreadState;
import io.leverage.peer.internal.record.CheckpointRef;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.store.MemoryStore;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AcquireLock;
import io.leverage.peer.internal.unit.UnitMessage.Deadlocked;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.LockBusy;
import io.leverage.peer.internal.unit.UnitMessage.LockHeld;
import io.leverage.peer.internal.unit.UnitMessage.LockLost;
import io.leverage.peer.internal.unit.UnitMessage.ReleaseLock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockManagerTest {
  private static final long LEASE = Duration.ofSeconds(5).toNanos();

  private final MemoryStore store = new MemoryStore();
  private final ThreadTable threads = new ThreadTable(store.view());
  private final List<String> woken = new ArrayList<>();
  private long now;
  private final LockManager here = manager();
  private final LockManager there = manager();

  private LockManager manager() {
    MemoryStore.View own = store.view();
    return new LockManager(own, new ThreadTable(own), woken::add, () -> now);
  }

  @BeforeEach
  void startThreads() {
    for (String thread : List.of("a", "b", "c", "d")) {
      assertThat(
              threads.add(
                  "vc/" + thread,
                  ThreadRecord.started(
                      "c/1", CheckpointRef.apart("checkpoint"), 1, Clock.systemUTC().instant())))
          .isTrue();
    }
  }

  private void end(String thread) {
    var unused =
        threads.change(
            "vc/" + thread,
            record -> record.stopped(ThreadState.CANCELLED, "test", Clock.systemUTC().instant()));
  }

  private UnitMessage lock(LockManager at, String thread, long number, String lock) {
    return at.acquire(new AcquireLock("vc", lock, "vc/" + thread, number, 0));
  }

  private UnitMessage unlock(LockManager at, String thread, long number, String lock) {
    return at.release(new ReleaseLock("vc", lock, "vc/" + thread, number));
  }

  @Test
  void whoAskedFirstGetsItFirst() {
    assertThat(lock(here, "a", 1, "x")).isEqualTo(new LockHeld(1));
    assertThat(lock(there, "b", 1, "x")).isEqualTo(new LockBusy("vc/a"));
    assertThat(lock(here, "c", 1, "x")).isEqualTo(new LockBusy("vc/a"));
    woken.clear();
    assertThat(unlock(there, "a", 1, "x")).isEqualTo(new Done());
    assertThat(woken).containsExactly("vc/b");
    assertThat(lock(here, "c", 1, "x")).isEqualTo(new LockBusy("vc/b"));
    assertThat(lock(here, "b", 1, "x")).isEqualTo(new LockHeld(2));
    assertThat(lock(here, "a", 3, "x")).isEqualTo(new LockBusy("vc/b"));
    unlock(here, "b", 1, "x");
    assertThat(lock(here, "c", 1, "x")).isEqualTo(new LockHeld(3));
    unlock(here, "c", 1, "x");
    assertThat(lock(here, "a", 3, "x")).isEqualTo(new LockHeld(4));
  }

  @Test
  void repeatingIsHarmless() {
    assertThat(lock(here, "a", 1, "x")).isEqualTo(new LockHeld(1));
    assertThat(lock(there, "a", 1, "x")).isEqualTo(new LockHeld(1));
    assertThat(unlock(here, "a", 1, "x")).isEqualTo(new Done());
    assertThat(lock(here, "b", 1, "x")).isEqualTo(new LockHeld(2));
    assertThat(unlock(there, "a", 1, "x")).isEqualTo(new Done());
    assertThat(lock(here, "c", 1, "x")).isEqualTo(new LockBusy("vc/b"));
    assertThatThrownBy(() -> lock(there, "a", 1, "x"))
        .isInstanceOf(FencedException.class)
        .hasMessageContaining("operation 1 of vc/a on lock x is over");
  }

  @Test
  void aHoldEndsWithItsThread() {
    lock(here, "a", 1, "x");
    lock(here, "b", 1, "x");
    lock(here, "c", 1, "x");
    end("a");
    end("b");
    assertThat(lock(there, "c", 1, "x")).isInstanceOf(LockHeld.class);
  }

  @Test
  void aHoldEndsWithItsLeaseIfOthersWait() {
    here.acquire(new AcquireLock("vc", "x", "vc/a", 1, LEASE));
    now += 10 * LEASE;
    assertThat(lock(here, "b", 1, "x")).isEqualTo(new LockBusy("vc/a")); // seen since now
    now += LEASE - 1;
    assertThat(lock(here, "b", 1, "x")).isEqualTo(new LockBusy("vc/a"));
    now += 1;
    assertThat(lock(here, "b", 1, "x")).isEqualTo(new LockHeld(2));
    assertThat(unlock(here, "a", 1, "x")).isEqualTo(new LockLost());
    assertThat(unlock(here, "b", 1, "x")).isEqualTo(new Done());
  }

  @Test
  void aDeadlockIsNamedByOneOfItsThreads() {
    lock(here, "a", 1, "x");
    lock(there, "b", 1, "y");
    lock(here, "c", 1, "z");
    lock(here, "d", 1, "x"); // waits, but for nobody who waits for it
    assertThat(lock(here, "a", 2, "y")).isInstanceOf(LockBusy.class);
    assertThat(lock(there, "b", 2, "z")).isInstanceOf(LockBusy.class);
    UnitMessage closing = lock(here, "c", 2, "x");
    String cycle =
        "deadlock: c waits for lock x, which a holds; a waits for lock y, which b holds; b waits"
            + " for lock z, which c holds";
    assertThat(closing).isEqualTo(new Deadlocked(cycle));
    assertThat(lock(there, "c", 2, "x")).isEqualTo(closing);
    assertThat(lock(here, "b", 2, "z")).isEqualTo(new LockBusy("vc/c"));
    unlock(here, "c", 1, "z");
    assertThat(lock(here, "b", 2, "z")).isInstanceOf(LockHeld.class);
  }

  @Test
  void whoIsToGiveUpIsWoken() {
    lock(here, "c", 1, "x");
    lock(there, "a", 1, "y");
    assertThat(lock(here, "c", 2, "y")).isInstanceOf(LockBusy.class);
    woken.clear();
    assertThat(lock(there, "a", 2, "x")).isEqualTo(new LockBusy("vc/c"));
    assertThat(woken).containsExactly("vc/c");
    assertThat(lock(here, "c", 2, "y")).isInstanceOf(Deadlocked.class);
  }

  @Test
  void aThreadThatAsksAgainForWhatItHoldsIsDeadlocked() {
    lock(here, "a", 1, "x");
    assertThat(lock(here, "a", 2, "x"))
        .isEqualTo(new Deadlocked("deadlock: a waits for lock x, which a holds"));
  }
}
