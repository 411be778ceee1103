package io.leverage.peer.internal.deploy;

import static io.leverage.peer.internal.deploy.LocalPeers.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.deploy.LocalPeers.Client;
import io.leverage.peer.internal.deploy.LocalPeers.LocalPeer;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.unit.UnitMessage.AttachComputer;
import io.leverage.peer.internal.unit.UnitMessage.Count;
import io.leverage.peer.internal.unit.UnitMessage.CountWorkers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails while the mesh changes is done soon after, not only when the roles sweep next. */
final class ChangingMeshTest {
  private static final int SOME = 4;

  @TempDir Path data;
  private LocalPeers peers;
  private LocalPeer a;
  private LocalPeer b;

  @BeforeEach
  void twoPeersThatNeverSweep() {
    peers = new LocalPeers(data, Duration.ofMinutes(1), Duration.ofDays(1));
    a = peers.add("a", 1, CrashPoint.NONE);
    b = peers.add("b", 2, CrashPoint.NONE); // the first to be asked
  }

  @AfterEach
  void close() {
    peers.close();
  }

  private static String openWithOneWorker(Client client) {
    String computer = client.open(1);
    eventually(
        "a worker is enrolled",
        () -> client.call(new CountWorkers(computer), Count.class).value() == 1);
    return computer;
  }

  @Test
  void aClaimWithoutAnAnswer() {
    Client client = peers.client(a);
    String computer = openWithOneWorker(client);
    String thread = computer + "/t";
    b.view.loseAnswers(StoreKeys.thread(thread), SOME);
    client.start(thread, "increment n 3");
    assertThat(client.result(thread)).isEqualTo("RETURNED incremented 3");
    assertThat(b.view.lostAll()).isTrue();
  }

  @Test
  void anEnrolmentWithoutAnAnswer() {
    Client client = peers.client(a);
    String computer = openWithOneWorker(client);
    a.view.loseAnswers(StoreKeys.computer(computer), SOME);
    b.kill();
    eventually("a loses answers", a.view::lostAll);
    client.start(computer + "/t", "increment n 3");
    assertThat(client.result(computer + "/t")).isEqualTo("RETURNED incremented 3");
  }

  @Test
  void aTakeOverWithoutAnAnswer() {
    Client client = peers.client(a);
    String computer = openWithOneWorker(client);
    Client other = peers.client(b);
    other.done(new AttachComputer(computer));
    b.view.loseAnswers(StoreKeys.computer(computer), SOME);
    a.kill();
    eventually("b loses answers", b.view::lostAll);
    other.start(computer + "/t", "increment n 3");
    assertThat(other.result(computer + "/t")).isEqualTo("RETURNED incremented 3");
  }

  @Test
  void aScanOfTheThreadsWithoutAnAnswer() {
    Client client = peers.client(a);
    String computer = openWithOneWorker(client);
    client.start(computer + "/t", "receive 1");
    eventually("b has it", () -> client.status(computer + "/t").owner().equals("name-b"));
    LocalPeer c = peers.add("c");
    Client other = peers.client(c);
    other.done(new AttachComputer(computer));
    c.view.loseAnswers(StoreKeys.threads(computer), SOME);
    a.kill();
    b.kill();
    eventually("c loses answers", c.view::lostAll);
    eventually("c has it", () -> other.status(computer + "/t").owner().equals("name-c"));
  }
}
