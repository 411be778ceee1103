package io.leverage.peer.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.FreezeThread;
import io.leverage.peer.internal.unit.UnitMessage.StopThread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import program.Receiving;

/** Threads that wait for mail while many others are there: only their checkpoints are kept. */
class ParkingTest {
  private static final int THREADS = 50;

  private final List<FakePeer> peers = new ArrayList<>();

  private FakePeer peer(int threadsInMemory) {
    WorkerSettings d = WorkerSettings.defaults();
    FakePeer peer =
        new FakePeer(
            new WorkerSettings(
                d.share(),
                d.minInterval(),
                d.maxInterval(),
                d.effectDelay(),
                d.hintGrace(),
                d.slice(),
                d.freezeTimeout(),
                d.retryDelay(),
                d.refusals(),
                8 << 20,
                d.outboxBytes(),
                d.mailboxMessages(),
                threadsInMemory),
            2);
    peers.add(peer);
    return peer;
  }

  @AfterEach
  void closePeers() {
    peers.forEach(FakePeer::close);
  }

  private static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + FakePeer.PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.yield();
    }
  }

  private static FakePeer started(FakePeer peer, int messages) {
    for (int i = 0; i < THREADS; i++) {
      peer.start("rx" + i, new Receiving(messages));
    }
    return peer;
  }

  private static Object result(FakePeer peer, String name) {
    eventually(() -> ending(peer, name) != null);
    return peer.read(ending(peer, name).ending().result());
  }

  private static Commit ending(FakePeer peer, String name) {
    return peer.commits.stream()
        .filter(commit -> commit.thread().equals("vc/" + name) && commit.ending() != null)
        .findFirst()
        .orElse(null);
  }

  @Test
  void threadsThatWaitAreParkedWhenThereAreMany() {
    FakePeer peer = started(peer(10), 3);
    eventually(() -> peer.worker.parked() >= THREADS - 11);
    assertThat(peer.worker.threads()).hasSize(THREADS);
    for (int message = 0; message < 3; message++) {
      for (int i = 0; i < THREADS; i++) {
        peer.deliver("vc/rx" + i, peer.batch("tx", message, message));
      }
    }
    for (int i = 0; i < THREADS; i++) {
      assertThat(result(peer, "rx" + i)).isEqualTo("tx=0 tx=1 tx=2 ");
    }
    eventually(() -> peer.worker.threads().isEmpty());
  }

  @Test
  void fewThreadsStayInMemory() {
    FakePeer peer = started(peer(THREADS), 1);
    for (int i = 0; i < THREADS; i++) {
      peer.deliver("vc/rx" + i, peer.batch("tx", 0, "x"));
      assertThat(result(peer, "rx" + i)).isEqualTo("tx=x ");
    }
    assertThat(peer.worker.parked()).isZero();
  }

  @Test
  void aParkedThreadMovesAndStops() {
    FakePeer peer = started(peer(0), 1);
    eventually(() -> peer.worker.parked() == THREADS);
    assertThat(peer.ask(new FreezeThread("vc/rx1", "moving"))).isEqualTo(new Done());
    assertThat(peer.ask(new StopThread("vc/rx2", "cancelled"))).isEqualTo(new Done());
    assertThat(peer.worker.threads()).hasSize(THREADS - 2);
    Commit last =
        peer.commits.stream().filter(one -> one.thread().equals("vc/rx1")).findFirst().get();
    FakePeer second = peer(10);
    second.resume(last);
    second.deliver("vc/rx1", second.batch("tx", 0, "there"));
    assertThat(result(second, "rx1")).isEqualTo("tx=there ");
  }
}
