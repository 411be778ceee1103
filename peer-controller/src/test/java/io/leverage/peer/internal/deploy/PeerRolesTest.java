package io.leverage.peer.internal.deploy;

import static io.leverage.peer.internal.deploy.LocalPeers.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import io.leverage.peer.internal.deploy.LocalPeers.Client;
import io.leverage.peer.internal.deploy.LocalPeers.LocalPeer;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.unit.UnitMessage.CancelThread;
import io.leverage.peer.internal.unit.UnitMessage.CloseComputer;
import io.leverage.peer.internal.unit.UnitMessage.Count;
import io.leverage.peer.internal.unit.UnitMessage.CountWorkers;
import io.leverage.peer.internal.unit.UnitMessage.EnrolWorkers;
import io.leverage.peer.internal.unit.UnitMessage.ExplainThread;
import io.leverage.peer.internal.unit.UnitMessage.GlobalValue;
import io.leverage.peer.internal.unit.UnitMessage.ListPeers;
import io.leverage.peer.internal.unit.UnitMessage.MigrateThread;
import io.leverage.peer.internal.unit.UnitMessage.OpenComputer;
import io.leverage.peer.internal.unit.UnitMessage.PartialResult;
import io.leverage.peer.internal.unit.UnitMessage.PartialResultsTaken;
import io.leverage.peer.internal.unit.UnitMessage.Peers;
import io.leverage.peer.internal.unit.UnitMessage.ReadGlobal;
import io.leverage.peer.internal.unit.UnitMessage.StartThread;
import io.leverage.peer.internal.unit.UnitMessage.Story;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import io.leverage.peer.internal.unit.UnitMessage.WatchPartialResults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeerRolesTest {
  @TempDir Path data;
  private LocalPeers peers;
  private LocalPeer a;
  private LocalPeer b;
  private LocalPeer c;
  private Client client;

  @BeforeEach
  void threePeers() {
    peers = new LocalPeers(data);
    a = peers.add("a");
    b = peers.add("b");
    c = peers.add("c");
    client = peers.client(a);
  }

  @AfterEach
  void close() {
    peers.close();
  }

  private int workers(String computer) {
    return client.call(new CountWorkers(computer), Count.class).value();
  }

  private static String numbers(String sender, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> sender + ":" + i)
        .collect(Collectors.joining(","));
  }

  private String openWith(int workers) {
    String computer = client.open(workers);
    eventually("workers are enrolled", () -> workers(computer) == workers);
    return computer;
  }

  private LocalPeer ownerOf(String thread) {
    eventually("it runs", () -> !client.status(thread).owner().isEmpty());
    return peers.peer(client.status(thread).owner().substring("name-".length()));
  }

  @Test
  void messagesGoFromThreadToThread() {
    String computer = openWith(3);
    client.start(computer + "/rx", "receive 50");
    client.start(computer + "/tx", "send rx 50");
    assertThat(client.result(computer + "/rx")).isEqualTo("RETURNED " + numbers("tx", 50));
    assertThat(client.result(computer + "/tx")).isEqualTo("RETURNED sent 50");
  }

  @Test
  void aKilledWorkerPeersThreadsGoOnElsewhere() {
    String computer = openWith(2);
    client.start(computer + "/rx", "receive 600");
    List<String> senders = List.of("s0", "s1", "s2");
    senders.forEach(name -> client.start(computer + "/" + name, "send rx 200"));
    client.start(computer + "/inc", "increment n 200");
    eventually("much is done", () -> client.status(computer + "/s0").sequence() > 20);
    LocalPeer victim = ownerOf(computer + "/inc") == a ? ownerOf(computer + "/rx") : b;
    (victim == a ? b : victim).kill();
    String received = client.result(computer + "/rx");
    for (String sender : senders) {
      assertThat(
              java.util.Arrays.stream(received.substring("RETURNED ".length()).split(","))
                  .filter(one -> one.startsWith(sender + ":"))
                  .collect(Collectors.joining(",")))
          .isEqualTo(numbers(sender, 200));
    }
    assertThat(client.result(computer + "/inc")).isEqualTo("RETURNED incremented 200");
    assertThat(client.call(new ReadGlobal(computer, "n"), GlobalValue.class).bytes())
        .asString()
        .isEqualTo("200");
    eventually("the quota is filled again", () -> workers(computer) == 2);
  }

  @Test
  void theQuotaIsFilledWhenAPeerJoins() {
    String computer = client.open(4);
    eventually("all peers work", () -> workers(computer) == 3);
    peers.add("d");
    eventually("the new peer works too", () -> workers(computer) == 4);
    client.done(new EnrolWorkers(computer, 1));
    eventually("three are dismissed", () -> workers(computer) == 1);
  }

  @Test
  void aWorkerThatDiesAloneIsStartedAgain() {
    String computer = openWith(1);
    client.start(computer + "/r", "report 5000");
    client.done(new WatchPartialResults(computer + "/r", 0));
    eventually("some are reported", () -> client.pushed.size() > 20);
    LocalPeer owner = ownerOf(computer + "/r");
    owner.workers.die();
    assertThat(client.result(computer + "/r")).isEqualTo("RETURNED reported 5000");
    eventually("all are pushed", () -> client.pushed.size() == 5000);
    List<Long> got = new ArrayList<>();
    client.pushed.forEach(one -> got.add(((PartialResult) one).number()));
    assertThat(got).isEqualTo(IntStream.range(0, 5000).mapToObj(Long::valueOf).toList());
    assertThat(owner.workers.launches()).isGreaterThanOrEqualTo(2);
    Story story = client.call(new ExplainThread(computer + "/r"), Story.class);
    assertThat(story.events())
        .anyMatch(event -> event.contains("scripted worker died"))
        .anyMatch(event -> event.contains("ended: its task returned"));
  }

  @Test
  void aThreadThatKillsItsWorkersFailsInTheEnd() {
    String computer = openWith(2);
    client.start(computer + "/d", "die");
    assertThat(client.result(computer + "/d")).isEqualTo("FAILED");
    assertThat(client.status(computer + "/d").failure())
        .startsWith("5 workers died while they ran it from checkpoint 0");
  }

  @Test
  void aThreadMovesWithItsWork() {
    String computer = openWith(3);
    String thread = computer + "/s";
    client.start(thread, "spin");
    LocalPeer from = ownerOf(thread);
    LocalPeer to = from == b ? c : b;
    client.done(new MigrateThread(thread, "name-" + to.id));
    ThreadStatus moved = client.status(thread);
    assertThat(moved.owner()).isEqualTo("name-" + to.id);
    assertThat(moved.epoch()).isEqualTo(2);
    assertThat(moved.sequence()).isEqualTo(1);
    client.done(new CancelThread(thread));
    assertThat(client.result(thread)).isEqualTo("CANCELLED");
    assertThat(client.call(new ExplainThread(thread), Story.class).events())
        .anyMatch(event -> event.contains("moving to name-" + to.id));
  }

  @Test
  void whatCannotBeDoneIsRefusedByName() {
    String computer = openWith(2);
    client.start(computer + "/s", "spin");
    ThreadStatus running = client.status(computer + "/s");
    assertThatThrownBy(() -> client.start(computer + "/s", "spin"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("has a thread with the name s");
    assertThatThrownBy(() -> client.status(computer + "/nobody"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("are: " + running.thread());
    assertThatThrownBy(() -> client.done(new MigrateThread(computer + "/s", "nowhere")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("the peers are: name-a, name-b, name-c");
    assertThatThrownBy(() -> client.start("elsewhere/s", "spin"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("no virtual computer has the id elsewhere");
    assertThatThrownBy(() -> client.open(0))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("ask for 1 to");
    assertThatThrownBy(
            () ->
                client.call(
                    new OpenComputer(1, List.of("0".repeat(64))),
                    io.leverage.peer.internal.unit.UnitMessage.ComputerOpened.class))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("lacks the assemblies");
    assertThatThrownBy(() -> client.done(new StartThread("noslash", "client/1", new byte[0])))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("COMPUTER/NAME");
  }

  @Test
  void closingEndsThreadsAndWorkers() {
    String computer = openWith(3);
    client.start(computer + "/s", "spin");
    eventually("it runs", () -> !client.status(computer + "/s").owner().isEmpty());
    client.done(new CloseComputer(computer));
    assertThat(client.result(computer + "/s")).isEqualTo("CANCELLED");
    assertThatThrownBy(() -> client.start(computer + "/t", "spin"))
        .hasMessageContaining("was closed");
    eventually(
        "no peer is busy",
        () ->
            client.call(new ListPeers(), Peers.class).peers().stream()
                .allMatch(peer -> peer.busy() == 0));
  }

  @Test
  void whoHasTheEndHasAllPartialResults() throws InterruptedException {
    String thread = openWith(1) + "/r";
    client.start(thread, "report 2000");
    try (Client late = peers.client(a)) {
      assertThat(client.result(thread)).isEqualTo("RETURNED reported 2000");
      late.done(new WatchPartialResults(thread, 0));
      assertThat(late.result(thread)).isEqualTo("RETURNED reported 2000");
      late.collected();
      assertThat(late.pushed).hasSize(2000);
    }
  }

  @Test
  void whatTheProgramHasIsNotKept() {
    String thread = openWith(1) + "/r";
    client.start(thread, "report 200");
    client.done(new WatchPartialResults(thread, 0));
    assertThat(client.result(thread)).isEqualTo("RETURNED reported 200");
    assertThat(partialResults(thread)).isEqualTo(200);
    client.done(new PartialResultsTaken(thread, 150));
    assertThat(partialResults(thread)).isEqualTo(50);
    a.view.put(StoreKeys.partialResult(thread, 149), new byte[1]); // by a peer that recovers it
    client.done(new PartialResultsTaken(thread, 200));
    assertThat(partialResults(thread)).isZero();
  }

  private long partialResults(String thread) {
    return IntStream.range(0, 200)
        .filter(number -> a.view.get(StoreKeys.partialResult(thread, number)) != null)
        .count();
  }

  @Test
  void anyPeerAnswersForAnyComputer() {
    String computer = openWith(2);
    try (Client other = peers.client(c)) {
      other.start(computer + "/r", "report 10");
      other.done(new WatchPartialResults(computer + "/r", 3));
      assertThat(other.result(computer + "/r")).isEqualTo("RETURNED reported 10");
      eventually("all are pushed", () -> other.pushed.size() == 7);
      other.done(new EnrolWorkers(computer, 3));
      eventually("three workers", () -> workers(computer) == 3);
    }
  }
}
