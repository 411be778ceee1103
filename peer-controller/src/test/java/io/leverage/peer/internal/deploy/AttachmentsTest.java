package io.leverage.peer.internal.deploy;

import static io.leverage.peer.internal.deploy.LocalPeers.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.RefusedException;
import io.leverage.peer.internal.deploy.LocalPeers.Client;
import io.leverage.peer.internal.deploy.LocalPeers.LocalPeer;
import io.leverage.peer.internal.unit.UnitMessage.Count;
import io.leverage.peer.internal.unit.UnitMessage.CountWorkers;
import io.leverage.peer.internal.unit.UnitMessage.WatchPartialResults;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AttachmentsTest {
  @TempDir Path data;
  private LocalPeers peers;
  private LocalPeer a;
  private LocalPeer b;

  @BeforeEach
  void twoPeers() {
    peers = new LocalPeers(data, Duration.ofMillis(20), PeerRoles.SWEEP);
    a = peers.add("a");
    b = peers.add("b");
  }

  @AfterEach
  void close() {
    peers.close();
  }

  /** Counting workers attaches nobody. */
  private static boolean isClosed(Client asking, String computer) {
    try {
      return asking.call(new CountWorkers(computer), Count.class).value() < 0;
    } catch (RefusedException e) {
      assertThat(e).hasMessageContaining("was closed");
      return true;
    }
  }

  private String openAndStart(Client client) {
    String computer = client.open(2);
    client.start(computer + "/s", "spin");
    eventually("it runs", () -> !client.status(computer + "/s").owner().isEmpty());
    return computer;
  }

  @Test
  void aComputerIsClosedWhenItsClientHasGone() {
    Client client = peers.client(a);
    String computer = openAndStart(client);
    client.close();
    try (Client asking = peers.client(b)) {
      eventually("it is closed", () -> isClosed(asking, computer));
      eventually(
          "its threads are", () -> asking.status(computer + "/s").state().equals("CANCELLED"));
    }
  }

  @Test
  void aComputerStaysWhileAClientIsAttachedAtAnyPeer() {
    Client client = peers.client(a);
    String computer = openAndStart(client);
    Client watching = peers.client(b);
    watching.done(new WatchPartialResults(computer + "/s", 0));
    client.close();
    try (Client asking = peers.client(a)) {
      Client other = peers.client(a);
      String abandoned = openAndStart(other);
      other.close();
      eventually("the one without a client is closed", () -> isClosed(asking, abandoned));
      assertThat(isClosed(asking, computer)).isFalse();
      watching.close();
      eventually("the last client has gone", () -> isClosed(asking, computer));
    }
  }
}
