package io.leverage.peer.internal.deploy;

import static io.leverage.peer.internal.deploy.LocalPeers.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.deploy.LocalPeers.Client;
import io.leverage.peer.internal.deploy.LocalPeers.LocalPeer;
import io.leverage.peer.internal.unit.UnitMessage.Count;
import io.leverage.peer.internal.unit.UnitMessage.CountWorkers;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers that don't answer keep nobody from being enrolled; those that join are used. */
class EnrolmentTest {
  @TempDir Path data;
  private LocalPeers peers;
  private Client client;
  private LocalPeer silent;
  private final CountDownLatch silence = new CountDownLatch(1);

  @BeforeEach
  void oneOfThreePeersIsSilent() {
    peers = new LocalPeers(data);
    client = peers.client(peers.add("a"));
    peers.add("b");
    silent = peers.add("s", 16, CrashPoint.NONE); // more slots: it is asked first
    silent.workers.launchSlowly(silence);
  }

  @AfterEach
  void close() {
    silence.countDown();
    client.close();
    peers.close();
  }

  private int workers(String computer) {
    return client.call(new CountWorkers(computer), Count.class).value();
  }

  @Test
  void theOthersAreEnrolledMeanwhile() {
    String computer = client.open(3);
    eventually("two are enrolled", () -> workers(computer) == 2);
    peers.add("c");
    eventually("the one that joined is enrolled, too", () -> workers(computer) == 3);
    silence.countDown();
  }

  @Test
  void anotherPeerTakesThePlaceOfOneThatDoesNotAnswer() {
    String computer = client.open(2);
    eventually("two others are enrolled", () -> workers(computer) == 2);
    assertThat(silence.getCount()).isOne(); // it still has not answered
    silence.countDown();
    eventually("the quota is kept", () -> workers(computer) == 2);
  }
}
