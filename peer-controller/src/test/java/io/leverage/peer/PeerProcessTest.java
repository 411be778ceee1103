package io.leverage.peer;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three real peers, and a node in this process that watches them and writes. */
@Timeout(400)
class PeerProcessTest {
  private static final int WRITERS = 4;

  @TempDir Path folder;

  @Test
  void what_was_acknowledged_survives_peers_that_are_killed() throws Exception {
    PeerAddress firstAddress = TestPorts.free();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try (PeerProcess first = PeerProcess.start(folder, firstAddress, "none")) {
      first.awaitReady();
      try (PeerProcess second =
              PeerProcess.start(folder, TestPorts.free(), firstAddress.toString());
          PeerProcess third =
              PeerProcess.start(folder, TestPorts.free(), firstAddress.toString())) {
        second.awaitReady();
        third.awaitReady();
        try (MeshNode watcher = MeshNode.start(firstAddress)) {
          watcher.awaitPeers(4);
          eventually("all copies are there", () -> watcher.store().settled(4));
          AtomicBoolean stop = new AtomicBoolean();
          AtomicInteger acknowledged = new AtomicInteger();
          List<Future<Integer>> counts = new ArrayList<>();
          for (int i = 0; i < WRITERS; i++) {
            Counter counter = new Counter(watcher.store(), "count/" + i);
            counts.add(writers.submit(() -> counter.run(stop, acknowledged)));
          }
          Random random = new Random(1);
          List<PeerProcess> victims = new ArrayList<>(List.of(first, second, third));
          for (int left = 3; left >= 2; left--) {
            int before = acknowledged.get();
            eventually("writes go on", () -> acknowledged.get() > before + 200);
            PeerProcess victim = victims.remove(random.nextInt(victims.size()));
            victim.kill();
            watcher.awaitPeers(left);
            int peers = left;
            // Two copies survive one death at a time.
            eventually("all copies are there again", () -> watcher.store().settled(peers));
          }
          int before = acknowledged.get();
          eventually("writes go on", () -> acknowledged.get() > before + 200);
          stop.set(true);
          for (int i = 0; i < WRITERS; i++) {
            int count = counts.get(i).get(120, TimeUnit.SECONDS);
            String stored = new String(watcher.store().get("count/" + i), StandardCharsets.UTF_8);
            assertThat(stored).startsWith(count + ":");
          }
        }
      }
    } finally {
      writers.shutdownNow();
    }
  }

  @Test
  void a_peer_ends_cleanly_when_told_to() throws Exception {
    PeerAddress address = TestPorts.free();
    try (PeerProcess peer = PeerProcess.start(folder, address, "none")) {
      peer.awaitReady();
      assertThat(folder.resolve("tokens/" + address.port())).exists();

      peer.process().destroy();

      assertThat(peer.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(peer.process().exitValue()).isEqualTo(128 + 15);
      assertThat(peer.output())
          .contains("is going")
          .doesNotContainPattern("(?m)^[0-9:.]+ (WARN|ERROR)");
      assertThat(folder.resolve("tokens/" + address.port())).doesNotExist();
    }
  }
}
