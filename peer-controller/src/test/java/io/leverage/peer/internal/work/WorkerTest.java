package io.leverage.peer.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.GlobalVariable;
import io.leverage.RefusedException;
import io.leverage.VirtualThread;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.Failed;
import io.leverage.peer.internal.unit.UnitMessage.FreezeThread;
import io.leverage.peer.internal.unit.UnitMessage.StopThread;
import io.leverage.peer.internal.unit.UnitMessage.SwapGlobal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import program.Counting;
import program.Failing;
import program.Holding;
import program.Pinning;
import program.Plain;
import program.Receiving;
import program.Script;
import program.Steps;

/** The worker, against a peer in memory, over a real link, with tasks as they are transformed. */
class WorkerTest {
  private static final WorkerSettings SETTINGS = settings(20, 2_000);

  /** Time brings no checkpoint: for tests that count them. */
  private static final WorkerSettings NO_CADENCE =
      settings(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1), 2_000);

  private final List<FakePeer> peers = new ArrayList<>();

  private static WorkerSettings settings(long minMillis, long freezeMillis) {
    Duration effectDelay = Duration.ofNanos(WorkerSettings.defaults().effectDelay());
    return settings(Duration.ofMillis(minMillis), Duration.ofSeconds(1), effectDelay, freezeMillis);
  }

  private static WorkerSettings settings(
      Duration min, Duration max, Duration effectDelay, long freezeMillis) {
    WorkerSettings d = WorkerSettings.defaults();
    return new WorkerSettings(
        0.5,
        min.toNanos(),
        max.toNanos(),
        effectDelay.toNanos(),
        d.hintGrace(),
        Duration.ofMillis(5).toNanos(),
        Duration.ofMillis(freezeMillis).toNanos(),
        Duration.ofMillis(20).toNanos(),
        4,
        8 << 20,
        1 << 20,
        100,
        10_000);
  }

  private FakePeer peer() {
    return peer(SETTINGS, 2);
  }

  private FakePeer peer(WorkerSettings settings, int slots) {
    FakePeer peer = new FakePeer(settings, slots);
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
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not happen in " + FakePeer.PATIENCE);
      }
      Thread.onSpinWait();
      Thread.yield();
    }
  }

  private static Commit ending(FakePeer peer, String name) {
    eventually(() -> endingIn(peer, name).isPresent());
    return endingIn(peer, name).orElseThrow();
  }

  private static Optional<Commit> endingIn(FakePeer peer, String name) {
    return peer.commits.stream()
        .filter(commit -> commit.thread().equals("vc/" + name) && commit.ending() != null)
        .findFirst();
  }

  private static Object result(FakePeer peer, String name) {
    Commit last = ending(peer, name);
    assertThat(last.ending().state()).as(last.ending().failure()).isEqualTo("RETURNED");
    return peer.read(last.ending().result());
  }

  @Test
  void commitsInSequenceAndEndsWithTheResult() {
    FakePeer peer = peer();
    peer.start("counter", new Counting(2_000_000_000L));
    assertThat(result(peer, "counter")).isEqualTo(1_999_999_999_000_000_000L);
    assertThat(peer.commits).extracting(Commit::sequence).startsWith(1L).isSorted();
    assertThat(peer.commits.size()).isGreaterThan(1);
    eventually(() -> peer.worker.threads().isEmpty());
  }

  @Test
  void resumesOnAnotherWorkerFromACheckpoint() {
    FakePeer first = peer();
    first.start("counter", new Counting(3_000_000_000L));
    eventually(() -> !first.commits.isEmpty());
    FakePeer second = peer();
    second.resume(first.commits.get(0));
    assertThat(result(second, "counter")).isEqualTo(4_499_999_998_500_000_000L);
    assertThat(second.commits.get(0).sequence()).isEqualTo(first.commits.get(0).sequence() + 1);
    assertThat(second.commits.get(0).epoch()).isEqualTo(2);
  }

  @Test
  void sharesFewCarriersFairly() {
    FakePeer peer = peer(SETTINGS, 1);
    peer.start("endless", new Counting(Long.MAX_VALUE));
    peer.start("short", new Counting(10));
    assertThat(result(peer, "short")).isEqualTo(45L);
  }

  @Test
  void publishesEffectsWithTheCommitThatContainsTheirCause() {
    FakePeer peer = peer(NO_CADENCE, 2);
    peer.start(
        "sender",
        new Script(
            (c, s) -> Steps.send("receiver", 1),
            (c, s) -> Steps.send("receiver", 2),
            (c, s) -> Steps.report("half"),
            (c, s) -> Steps.send("other", 3)));
    peer.start("receiver", new Receiving(2));
    assertThat(result(peer, "receiver")).isEqualTo("sender=1 sender=2 ");
    Commit last = ending(peer, "sender");
    assertThat(last.outbox()).extracting("receiver").containsExactly("vc/receiver", "vc/other");
    assertThat(last.partialResults()).hasSize(1);
    assertThat(last.firstPartialResult()).isZero();
    Commit received = ending(peer, "receiver");
    assertThat(received.consumed()).hasSize(1);
    assertThat(received.consumed().get(0).next()).isEqualTo(1);
  }

  @Test
  void publishesPromptlyWhileTheThreadRunsOnOrWaits() {
    FakePeer peer = peer(settings(1_000_000, 2_000), 2);
    peer.start(
        "asker",
        new Script(
            (c, s) -> Steps.send("echo", "ping"),
            (c, s) -> VirtualThread.current().receive(c).payload()));
    peer.start(
        "echo",
        new Script(
            (c, s) -> VirtualThread.current().receive(c).payload(),
            (c, s) -> Steps.send("asker", s.results.get(0) + "?"),
            (c, s) -> new Counting(Long.MAX_VALUE).runMobile(c)));
    // A result is no message: what the receive gave is a copy.
    assertThat(result(peer, "asker").toString()).contains("ping").contains("?");
  }

  @Test
  void dropsWhatWasDeliveredTwiceAndKeepsThePlaceInsideABatch() {
    FakePeer first = peer();
    first.start("receiver", new Receiving(4));
    first.deliver("vc/receiver", first.batch("a", 0, 1, 2));
    first.deliver("vc/receiver", first.batch("a", 0, 1, 2));
    first.deliver("vc/receiver", first.batch("a", 1, 3, 4));
    assertThat(result(first, "receiver")).isEqualTo("a=1 a=2 a=3 a=4 ");

    first.start(
        "half",
        new Script(
            (c, s) -> VirtualThread.current().receive(c).payload(),
            (c, s) -> Steps.hint(c),
            (c, s) -> VirtualThread.current().receive(c, Duration.ofDays(1)).get().payload(),
            (c, s) -> VirtualThread.current().receive(c, Duration.ZERO).isPresent()));
    first.deliver("vc/half", first.batch("a", 0, "x", "y"));
    result(first, "half");
    Commit middle =
        first.commits.stream().filter(m -> m.thread().equals("vc/half")).findFirst().get();
    assertThat(middle.ending()).isNull();
    assertThat(middle.consumed()).isEmpty();

    FakePeer second = peer();
    second.mailboxes.put("vc/half", List.of(second.batch("a", 0, "x", "y")));
    second.resume(middle);
    assertThat(result(second, "half").toString()).contains("y").contains("false");
  }

  @Test
  void timesOutAReceive() {
    FakePeer peer = peer();
    peer.start(
        "waiter",
        new Script(
            (c, s) -> VirtualThread.current().receive(c, Duration.ofMillis(50)),
            (c, s) -> VirtualThread.current().receive(c, Duration.ZERO)));
    assertThat(result(peer, "waiter")).isEqualTo(List.of(Optional.empty(), Optional.empty()));
  }

  @Test
  void appliesAGlobalUpdateOnceAfterItsCheckpoint() {
    GlobalVariable<Integer> total = new GlobalVariable<>("vc", "total", 10);
    AtomicInteger unreachable = new AtomicInteger();
    FakePeer peer = peer(NO_CADENCE, 2);
    peer.script =
        request ->
            request instanceof SwapGlobal swap && unreachable.getAndIncrement() < 2
                ? FakePeer.failed(Failed.Kind.UNREACHABLE)
                : null;
    peer.start(
        "adder",
        new Script(
            (c, s) -> total.update(c, n -> n + 1),
            (c, s) -> total.update(c, n -> n * 2),
            (c, s) -> total.get()));
    assertThat(result(peer, "adder")).isEqualTo(List.of(11, 22, 22));
    assertThat(peer.globals.get("total").version()).isEqualTo(2);
    assertThat(peer.commits).hasSize(3);

    // The first update's checkpoint resumed once more: it is not applied again.
    FakePeer second = peer();
    second.globals.putAll(peer.globals);
    second.swaps.put(
        "vc/adder",
        new SwapGlobal(
            "vc",
            "total",
            0,
            new PooledCodec(getClass().getClassLoader()).write(11),
            "vc/adder",
            1));
    second.resume(peer.commits.get(0));
    assertThat(((List<?>) result(second, "adder")).get(0)).isEqualTo(11);
  }

  @Test
  void takesAHintAndGoesOn() {
    FakePeer peer = peer(settings(1_000_000, 2_000), 1);
    peer.start("hinter", new Script((c, s) -> Steps.hint(c), (c, s) -> "after"));
    assertThat(result(peer, "hinter").toString()).contains("after");
    assertThat(peer.commits).hasSize(2);
  }

  @Test
  void repeatsTheSameCommitUntilItIsAnswered() {
    FakePeer peer = peer();
    List<UnitMessage> tries = new ArrayList<>();
    peer.script =
        request -> {
          if (request instanceof Commit && tries.size() < 3) {
            tries.add(request);
            return FakePeer.failed(Failed.Kind.UNREACHABLE);
          }
          return null;
        };
    peer.start("counter", new Counting(10));
    assertThat(result(peer, "counter")).isEqualTo(45L);
    assertThat(tries).extracting(m -> ((Commit) m).sequence()).containsOnly(1L);
  }

  @Test
  void dropsAFencedThread() {
    FakePeer peer = peer();
    peer.script = m -> m instanceof Commit ? FakePeer.failed(Failed.Kind.FENCED) : null;
    peer.start("counter", new Counting(Long.MAX_VALUE));
    eventually(() -> peer.worker.threads().isEmpty() || !peer.events.isEmpty());
    eventually(() -> !peer.events.isEmpty());
    assertThat(peer.events.get(0)).contains("fenced");
  }

  @Test
  void stopsARunningAndABlockedThread() {
    FakePeer peer = peer(settings(1_000_000, 2_000), 1);
    peer.start("runner", new Counting(Long.MAX_VALUE));
    peer.start("waiter", new Receiving(1));
    peer.ask(new StopThread("vc/runner", "cancelled"));
    peer.ask(new StopThread("vc/waiter", "cancelled"));
    eventually(() -> peer.worker.threads().isEmpty());
    assertThat(peer.commits).isEmpty();
  }

  @Test
  void freezesRunningBlockedAndWaitingThreadsWithNoLostWork() {
    FakePeer peer = peer(settings(1_000_000, 30_000), 1);
    peer.start("runner", new Counting(2_000_000_000L));
    assertThat(peer.ask(new FreezeThread("vc/runner", "it moves"))).isEqualTo(new Done());
    peer.start("waiter", new Receiving(1));
    assertThat(peer.ask(new FreezeThread("vc/waiter", "it moves"))).isEqualTo(new Done());
    assertThat(peer.worker.threads()).isEmpty();
    FakePeer second = peer();
    peer.commits.forEach(second::resume);
    second.deliver("vc/waiter", second.batch("a", 0, 7));
    if (peer.commits.stream().anyMatch(m -> m.thread().equals("vc/runner"))) {
      assertThat(result(second, "runner")).isEqualTo(1_999_999_999_000_000_000L);
    }
    if (peer.commits.stream().anyMatch(m -> m.thread().equals("vc/waiter"))) {
      assertThat(result(second, "waiter")).isEqualTo("a=7 ");
    }
    assertThat(peer.ask(new FreezeThread("vc/nobody", "")))
        .isInstanceOfSatisfying(Failed.class, f -> assertThat(f.message()).contains("vc/nobody"));
  }

  @Test
  void namesThePinOfAThreadThatCantBeFrozen() throws Exception {
    FakePeer peer = peer(settings(1_000_000, 200), 1);
    peer.start("pinned", new Script((c, s) -> Pinning.enterAndWait()));
    Pinning.ENTERED.await();
    assertThat(peer.ask(new FreezeThread("vc/pinned", "it moves")))
        .isInstanceOfSatisfying(
            Failed.class,
            f -> {
              assertThat(f.kind()).isEqualTo(Failed.Kind.REFUSED);
              assertThat(f.message()).contains("reaches no safepoint").contains("enterAndWait");
            });
    Pinning.LEAVE.countDown();
    result(peer, "pinned");
  }

  @Test
  void reportsAFailureWithTheUsersLines() {
    FakePeer peer = peer();
    peer.start("failing", new Script((c, s) -> Steps.hint(c), (c, s) -> Failing.fail(3)));
    Commit last = ending(peer, "failing");
    assertThat(last.ending().state()).isEqualTo("FAILED");
    assertThat(last.ending().failure())
        .contains("IllegalStateException: three")
        .contains("program.Failing.fail(Failing.java:")
        .doesNotContain("io.leverage.continuation")
        .doesNotContain("ScriptFrame")
        .doesNotContain("Carriers");
    assertThat(peer.read(last.ending().result())).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void goesOnWhenAnAutomaticCheckpointCantBeMade() {
    Holding.RELEASED.set(false); // other tests of this JVM release theirs
    FakePeer peer = peer();
    peer.start("holder", new Holding());
    eventually(() -> !peer.events.isEmpty());
    assertThat(peer.events.get(0)).contains("can't be checkpointed now").contains("Thread");
    Holding.RELEASED.set(true);
    assertThat(result(peer, "holder")).isEqualTo("unharmed");
  }

  @Test
  void failsByNameWhatNeedsACheckpointThatCantBeMade() {
    FakePeer peer = peer(settings(1_000_000, 2_000), 1);
    GlobalVariable<Integer> total = new GlobalVariable<>("vc", "total", 10);
    peer.start(
        "holder",
        new Script(
            (c, s) -> {
              s.local = Thread.currentThread();
              return null;
            },
            (c, s) -> total.update(c, n -> n + 1)));
    Commit last = ending(peer, "holder");
    assertThat(last.ending().state()).isEqualTo("FAILED");
    assertThat(last.ending().failure())
        .contains("update of global total needs a checkpoint")
        .contains("local")
        .contains("java.lang.Thread");
    assertThat(peer.globals).isEmpty();

    peer.start("result", new Script((c, s) -> Thread.currentThread()));
    assertThat(ending(peer, "result").ending().failure())
        .contains("the result of vc/result can't be serialised")
        .contains("java.lang.Thread");
  }

  @Test
  void refusesATaskThatWasNotPreprocessed() {
    FakePeer peer = peer();
    peer.start("plain", new Plain());
    assertThat(ending(peer, "plain").ending().failure())
        .contains(RefusedException.class.getName())
        .contains("program.Plain was not preprocessed: run the preprocessor");
  }

  @Test
  void blocksManyThreadsWithoutOsThreads() {
    FakePeer peer = peer(settings(1_000_000, 2_000), 2);
    int before = Thread.activeCount();
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      peer.start("t" + i, new Receiving(1));
    }
    assertThat(peer.worker.threads()).hasSize(count);
    assertThat(Thread.activeCount()).isLessThan(before + 1_000);
    peer.deliver("vc/t77777", peer.batch("a", 0, "found"));
    assertThat(result(peer, "t77777")).isEqualTo("a=found ");
  }
}
