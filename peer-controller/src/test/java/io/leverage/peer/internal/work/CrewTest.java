package io.leverage.peer.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.FreezeThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import program.Counting;
import program.Failing;
import program.Holding;
import program.Plain;
import program.Receiving;
import program.Script;
import program.Steps;

/** Tasks that share a thread, until one of them must have it. */
class CrewTest {
  private static final long ENDLESS = Long.MAX_VALUE;
  private static final Duration SHORT = Duration.ofMillis(5);

  private final PooledCodec codec = new PooledCodec(getClass().getClassLoader());
  private final List<FakePeer> peers = new ArrayList<>();

  /** A worker on which nothing takes long. */
  private FakePeer patientPeer() {
    return peer(Duration.ofHours(1));
  }

  private FakePeer peer(Duration slice) {
    WorkerSettings d = WorkerSettings.defaults();
    FakePeer peer =
        new FakePeer(
            new WorkerSettings(
                d.share(),
                d.minInterval(),
                d.maxInterval(),
                d.effectDelay(),
                d.hintGrace(),
                slice.toNanos(),
                d.freezeTimeout(),
                d.retryDelay(),
                d.refusals(),
                d.stackBytes(),
                d.outboxBytes(),
                d.mailboxMessages(),
                d.threadsInMemory()),
            2);
    peers.add(peer);
    return peer;
  }

  @AfterEach
  void closePeers() {
    peers.forEach(FakePeer::close);
  }

  private void start(FakePeer peer, Object... tasks) {
    byte[][] images = new byte[tasks.length][];
    for (int i = 0; i < tasks.length; i++) {
      images[i] = codec.write(tasks[i]);
    }
    peer.start("crew", images);
  }

  private static void eventually(BooleanSupplier condition) {
    long end = System.nanoTime() + FakePeer.PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not happen in " + FakePeer.PATIENCE);
      }
      Thread.onSpinWait();
      Thread.yield();
    }
  }

  private static Commit commit(FakePeer peer, int index) {
    eventually(() -> peer.commits.size() > index);
    return peer.commits.get(index);
  }

  private CrewReport firstReport(Commit commit) {
    assertThat(commit.firstPartialResult()).isZero();
    return CrewReport.decode(codec.read(commit.partialResults().get(0)));
  }

  private CrewReport result(Commit commit) {
    Ending ending = Optional.ofNullable(commit.ending()).orElseThrow();
    assertThat(ending.state()).isEqualTo("RETURNED");
    return CrewReport.decode(codec.read(ending.result()));
  }

  private List<Object> values(CrewReport report) {
    List<Object> values = new ArrayList<>();
    report.done().forEach(end -> values.add(codec.read(end.result())));
    return values;
  }

  @Test
  void smallTasksEndInOneCommit() {
    FakePeer peer = patientPeer();
    start(peer, new Counting(3), new Counting(4), new Counting(5));
    Commit last = commit(peer, 0);
    assertThat(last.sequence()).isEqualTo(1);
    assertThat(values(result(last))).containsExactly(3L, 6L, 10L);
    assertThat(peer.commits).hasSize(1);
  }

  @Test
  void oneThatFailsLeavesTheOthersAlone() {
    FakePeer peer = patientPeer();
    start(peer, new Counting(3), new Script((c, state) -> Failing.fail(3)), new Counting(4));
    CrewReport report = result(commit(peer, 0));
    assertThat(report.done())
        .extracting(Ending::state)
        .containsExactly("RETURNED", "FAILED", "RETURNED");
    assertThat(report.done().get(1).failure()).contains("three");
  }

  @Test
  void oneThatWaitsKeepsTheThreadAndHoldsUpNoOther() {
    FakePeer peer = patientPeer();
    start(peer, new Counting(3), new Receiving(1), new Counting(4));
    Commit first = commit(peer, 0);
    CrewReport report = firstReport(first);
    assertThat(first.ending()).isNull();
    assertThat(report.running()).isTrue();
    assertThat(values(report)).containsExactly(3L);
    peer.deliver("vc/crew", peer.batch("friend", 0, "hello"));
    eventually(() -> peer.commits.stream().anyMatch(commit -> commit.ending() != null));
    Ending end = peer.commits.get(peer.commits.size() - 1).ending();
    assertThat(codec.read(end.result())).isEqualTo("friend=hello ");
  }

  @Test
  void oneThatTakesLongKeepsTheThreadAndCanMove() {
    FakePeer peer = peer(SHORT);
    start(peer, new Counting(ENDLESS), new Counting(4));
    CrewReport report = firstReport(commit(peer, 0));
    assertThat(report.running()).isTrue();
    assertThat(report.done()).isEmpty();
    var unused = peer.ask(new FreezeThread("vc/crew", "moving"));
    Commit frozen = peer.commits.get(peer.commits.size() - 1);
    assertThat(frozen.sequence()).isGreaterThan(1);
    assertThat(frozen.partialResults()).isEmpty();
  }

  @Test
  void oneThatHasAskedForItsThreadIsTheLastOfIt() {
    FakePeer peer = patientPeer();
    start(peer, new Script((c, state) -> Steps.report("mine")), new Counting(4));
    Commit last = commit(peer, 0);
    assertThat(result(last).done()).hasSize(1);
    assertThat(firstReport(last).running()).isFalse();
    assertThat(codec.read(last.partialResults().get(1))).isEqualTo("mine");
  }

  @Test
  void whatIsNoTaskFailsAlone() {
    FakePeer peer = patientPeer();
    start(peer, new Plain(), new Counting(4));
    assertThat(result(commit(peer, 0)).done())
        .extracting(Ending::state)
        .containsExactly("FAILED", "RETURNED");
  }

  @Test
  void oneThatCantBeCapturedHoldsTheOthersUpUntilItEnds() {
    FakePeer peer = peer(SHORT);
    Holding.RELEASED.set(false);
    start(peer, new Holding(), new Counting(4));
    eventually(() -> peer.events.stream().anyMatch(event -> event.contains("can't be")));
    assertThat(peer.commits).isEmpty();
    Holding.RELEASED.set(true);
    CrewReport report = result(commit(peer, 0));
    assertThat(report.running()).isFalse();
    assertThat(values(report).get(0)).isEqualTo("unharmed");
  }
}
