package io.leverage.peer.internal.deploy;

import static io.leverage.peer.internal.deploy.LocalPeers.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.deploy.LocalPeers.Client;
import io.leverage.peer.internal.deploy.LocalPeers.LocalPeer;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.record.ComputerTable;
import io.leverage.peer.internal.unit.UnitMessage.AttachComputer;
import io.leverage.peer.internal.unit.UnitMessage.Count;
import io.leverage.peer.internal.unit.UnitMessage.CountWorkers;
import io.leverage.peer.internal.unit.UnitMessage.StartThread;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TakeOverTest {
  @TempDir Path data;
  private LocalPeers peers;
  private ComputerTable computers;
  private LocalPeer a;
  private LocalPeer b;
  private LocalPeer c;

  @BeforeEach
  void threePeers() {
    peers = new LocalPeers(data);
    computers = new ComputerTable(peers.store.view());
    a = peers.add("a");
    b = peers.add("b");
    c = peers.add("c");
  }

  @AfterEach
  void close() {
    peers.close();
  }

  private ComputerRecord record(String computer) {
    return computers.find(computer).orElseThrow();
  }

  private static String openWith(Client client, int workers) {
    String computer = client.open(workers);
    eventually(
        "workers are enrolled",
        () -> client.call(new CountWorkers(computer), Count.class).value() == workers);
    return computer;
  }

  @Test
  void oneSurvivorTakesTheDeployersRoleAndNothingIsLostOrDoubled() {
    Client client = peers.client(a);
    String computer = openWith(client, 3);
    Client other = peers.client(b);
    other.done(new AttachComputer(computer));
    CrashTest.startAll(other, computer);
    a.kill();
    CrashTest.checkAll(other, computer);
    assertThat(record(computer).epoch()).isEqualTo(2);
    assertThat(record(computer).deployer()).isIn("b", "c");

    peers.add("d");
    eventually(
        "the quota is filled again",
        () -> other.call(new CountWorkers(computer), Count.class).value() == 3);
    other.start(computer + "/late", "increment m 3");
    assertThat(other.result(computer + "/late")).isEqualTo("RETURNED incremented 3");
  }

  @Test
  void theDeployersDieOneAfterTheOther() {
    Client client = peers.client(a);
    String computer = openWith(client, 3);
    LocalPeer last = peers.add("z", 2, io.leverage.peer.internal.checkpoint.CrashPoint.NONE);
    Client other = peers.client(last);
    other.done(new AttachComputer(computer));
    CrashTest.startAll(other, computer);
    Stream.of(a, b, c)
        .forEach(
            peer -> {
              peer.kill();
              eventually(
                  "another looks after it", () -> !record(computer).deployer().equals(peer.id));
            });
    CrashTest.checkAll(other, computer);
    assertThat(record(computer).deployer()).isEqualTo("z");
  }

  @Test
  void aDeployerThatWasTakenForDeadIsFenced() {
    Client client = peers.client(a);
    String computer = openWith(client, 2);
    // As if a had been gone from b's view for a while.
    var unused = computers.change(computer, present -> present.takenBy("b"));
    client.start(computer + "/s", "increment n 5");
    assertThat(client.result(computer + "/s")).isEqualTo("RETURNED incremented 5");
    assertThat(record(computer).deployer()).isEqualTo("b");
    assertThat(record(computer).epoch()).isEqualTo(2);
    a.kill();
    Client other = peers.client(c);
    other.start(computer + "/t", "increment n 5");
    assertThat(other.result(computer + "/t")).isEqualTo("RETURNED incremented 5");
    assertThat(record(computer).deployer()).isEqualTo("b");
  }

  @Test
  void whatItsClosedComputersLeftIsRemovedByAnother() {
    Client client = peers.client(a);
    String computer = openWith(client, 2);
    client.start(computer + "/s", "spin");
    // As if a had died just after it marked the record.
    a.kill();
    var unused = computers.change(computer, present -> present.endedBy("a"));
    Client other = peers.client(c);
    eventually(
        "its threads are stopped", () -> other.status(computer + "/s").state().equals("CANCELLED"));
    assertThat(record(computer).deployer()).isIn("b", "c");
  }

  @Test
  void aComputerWhoseClientDiedWithItsPeerIsClosed() {
    try (LocalPeers hasty = new LocalPeers(data, Duration.ofMillis(20), PeerRoles.SWEEP)) {
      LocalPeer first = hasty.add("a");
      LocalPeer second = hasty.add("b");
      Client client = hasty.client(first);
      String computer = openWith(client, 2);
      first.kill();
      Client other = hasty.client(second);
      eventually(
          "it is closed",
          () ->
              new ComputerTable(hasty.store.view())
                  .find(computer)
                  .filter(ComputerRecord::closed)
                  .isPresent());
      other.done(new AttachComputer(computer)); // what it left can still be seen
    }
  }

  @Test
  void aRepeatedStartIsOneStart() {
    Client client = peers.client(a);
    String computer = openWith(client, 2);
    byte[] script = "increment n 5".getBytes(StandardCharsets.UTF_8);
    client.done(new StartThread(computer + "/s", "me/1", script));
    assertThat(client.result(computer + "/s")).isEqualTo("RETURNED incremented 5");
    peers.client(b).done(new StartThread(computer + "/s", "me/1", script));
    assertThat(client.result(computer + "/s")).isEqualTo("RETURNED incremented 5");
  }
}
