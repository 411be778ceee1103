package io.leverage.peer.internal.deploy;

import static io.leverage.peer.internal.deploy.LocalPeers.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.checkpoint.CrashPoint.Step;
import io.leverage.peer.internal.deploy.LocalPeers.Client;
import io.leverage.peer.internal.deploy.LocalPeers.LocalPeer;
import io.leverage.peer.internal.unit.UnitMessage.Count;
import io.leverage.peer.internal.unit.UnitMessage.CountWorkers;
import io.leverage.peer.internal.unit.UnitMessage.GlobalValue;
import io.leverage.peer.internal.unit.UnitMessage.PartialResult;
import io.leverage.peer.internal.unit.UnitMessage.ReadGlobal;
import io.leverage.peer.internal.unit.UnitMessage.WatchPartialResults;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers die between the steps of commits; every effect must be seen exactly once. */
final class CrashTest {
  private static final int EACH = 60;

  @TempDir Path data;

  /** Kills its peer when told to. */
  private static final class Bomb implements CrashPoint {
    private final java.util.function.Predicate<Step> due;
    private volatile @Nullable LocalPeer peer;

    Bomb(java.util.function.Predicate<Step> due) {
      this.due = due;
    }

    @Override
    public void passed(String thread, Step step) {
      LocalPeer armed = peer;
      if (armed != null && due.test(step)) {
        peer = null;
        armed.kill();
        throw new UnreachableException("killed after " + step + " of " + thread);
      }
    }
  }

  private static LocalPeer armed(LocalPeers peers, String id, Bomb bomb) {
    LocalPeer peer = peers.add(id, 2, bomb);
    bomb.peer = peer;
    return peer;
  }

  static void startAll(Client client, String computer) {
    client.start(computer + "/rx", "receive " + 3 * EACH);
    for (int i = 0; i < 3; i++) {
      client.start(computer + "/tx" + i, "send rx " + EACH);
      client.start(computer + "/inc" + i, "increment n " + EACH);
    }
    client.start(computer + "/report", "report " + EACH);
    client.done(new WatchPartialResults(computer + "/report", 0));
  }

  static void checkAll(Client client, String computer) {
    List<String> received =
        Arrays.asList(client.result(computer + "/rx").substring("RETURNED ".length()).split(","));
    for (int i = 0; i < 3; i++) {
      String sender = "tx" + i + ":";
      assertThat(received.stream().filter(one -> one.startsWith(sender)))
          .containsExactlyElementsOf(IntStream.range(0, EACH).mapToObj(n -> sender + n).toList());
      assertThat(client.result(computer + "/inc" + i)).isEqualTo("RETURNED incremented " + EACH);
    }
    assertThat(client.call(new ReadGlobal(computer, "n"), GlobalValue.class).bytes())
        .asString()
        .isEqualTo("" + 3 * EACH);
    assertThat(client.result(computer + "/report")).isEqualTo("RETURNED reported " + EACH);
    eventually("all partial results came", () -> client.pushed.size() >= EACH);
    assertThat(client.pushed.stream().map(one -> ((PartialResult) one).number()))
        .containsExactlyElementsOf(IntStream.range(0, EACH).mapToObj(Long::valueOf).toList());
  }

  @ParameterizedTest
  @EnumSource(value = Step.class, to = "TRIMMED")
  void aPeerDiesAfter(Step step) {
    try (LocalPeers peers = new LocalPeers(data)) {
      Client client = peers.client(peers.add("a"));
      AtomicInteger passed = new AtomicInteger();
      armed(peers, "b", new Bomb(at -> at == step && passed.incrementAndGet() == 25));
      AtomicInteger passedToo = new AtomicInteger();
      armed(peers, "c", new Bomb(at -> at == step && passedToo.incrementAndGet() == 50));
      String computer = client.open(3);
      eventually(
          "all work", () -> client.call(new CountWorkers(computer), Count.class).value() == 3);
      startAll(client, computer);
      checkAll(client, computer);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void peersDieAtRandom(long seed) {
    Random random = new Random(seed);
    try (LocalPeers peers = new LocalPeers(data)) {
      Client client = peers.client(peers.add("a", 1, CrashPoint.NONE));
      AtomicInteger born = new AtomicInteger();
      AtomicInteger deaths = new AtomicInteger();
      for (int i = 0; i < 3; i++) {
        birth(peers, random, born, deaths);
      }
      String computer = client.open(4);
      eventually(
          "some work", () -> client.call(new CountWorkers(computer), Count.class).value() >= 2);
      startAll(client, computer);
      checkAll(client, computer);
      assertThat(deaths.get()).isPositive();
    }
  }

  private static void birth(
      LocalPeers peers, Random random, AtomicInteger born, AtomicInteger deaths) {
    if (born.incrementAndGet() > 12) {
      return;
    }
    int fuse;
    synchronized (random) {
      fuse = 1 + random.nextInt(200);
    }
    AtomicInteger left = new AtomicInteger(fuse);
    armed(
        peers,
        "p" + born.get(),
        new Bomb(
            step -> {
              if (left.decrementAndGet() != 0) {
                return false;
              }
              deaths.incrementAndGet();
              birth(peers, random, born, deaths);
              return true;
            }));
  }

  @Test
  void anEndIsSeenOnlyWithItsEffects() {
    try (LocalPeers peers = new LocalPeers(data)) {
      Client client = peers.client(peers.add("a"));
      String computer = client.open(2);
      AtomicInteger changed = new AtomicInteger();
      armed( // the last of two commits, "report 1" and its end, is never published by b
          peers, "b", new Bomb(at -> at == Step.RECORD_CHANGED && changed.incrementAndGet() == 2));
      eventually(
          "both work", () -> client.call(new CountWorkers(computer), Count.class).value() == 2);
      client.start(computer + "/x", "send rx 1");
      client.start(computer + "/y", "send rx 1");
      client.start(computer + "/rx", "receive 2");
      assertThat(client.result(computer + "/rx")).contains("x:0").contains("y:0");
      assertThat(client.result(computer + "/x")).isEqualTo("RETURNED sent 1");
      assertThat(client.result(computer + "/y")).isEqualTo("RETURNED sent 1");
    }
  }
}
