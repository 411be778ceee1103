package io.leverage.peer.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AskRoom;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.FreezeThread;
import io.leverage.peer.internal.unit.UnitMessage.MailTaken;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import io.leverage.peer.internal.unit.UnitMessage.Room;
import io.leverage.peer.internal.unit.UnitMessage.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import program.Numbers;

/** A sender that is ahead of its receiver waits, and loses nothing by it, wherever it moves to. */
class BackPressureTest {
  private static final int NUMBERS = 5_000;
  private static final int BOUND = 1_000;

  /** The receiver, as the store shows it to the sender's peer. */
  private final List<Object> received = new ArrayList<>();

  private final List<Batch> batches = new ArrayList<>();
  private long consumed;
  private int unconsumed;
  private int most;
  private final List<FakePeer> peers = new ArrayList<>();

  private FakePeer peer(int senders) {
    FakePeer peer = new FakePeer(WorkerSettings.defaults(), 2);
    peers.add(peer);
    peer.script = request -> answer(peer, request, senders);
    return peer;
  }

  @AfterEach
  void closePeers() {
    peers.forEach(FakePeer::close);
  }

  private synchronized UnitMessage answer(FakePeer peer, UnitMessage request, int senders) {
    if (request instanceof Commit commit) {
      for (Outgoing outgoing : commit.outbox()) {
        assertThat(outgoing.batch().number()).isEqualTo(batches.size());
        batches.add(outgoing.batch());
        unconsumed += outgoing.batch().payloads().size();
        most = Math.max(most, unconsumed);
      }
    } else if (request instanceof AskRoom ask) {
      return new Room(
          ask.sent().stream()
              .map(s -> new Taken(s.receiver(), Math.min(consumed, s.next()), senders))
              .toList());
    }
    return null;
  }

  private synchronized boolean consume(FakePeer peer) {
    if (consumed == batches.size()) {
      return false;
    }
    Batch next = batches.get((int) consumed++);
    next.payloads().forEach(payload -> received.add(peer.read(payload)));
    unconsumed -= next.payloads().size();
    if (next.pressing()) {
      var unused = peer.ask(new MailTaken(next.sender(), "vc/rx", consumed));
    }
    return true;
  }

  private void consumeAll(FakePeer peer) {
    long end = System.nanoTime() + FakePeer.PATIENCE.toNanos();
    while (received.size() < NUMBERS) {
      if (!consume(peer)) {
        assertThat(System.nanoTime()).as("%d arrived", received.size()).isLessThan(end);
        Thread.yield();
      }
    }
    assertThat(received).isEqualTo(IntStream.range(0, NUMBERS).boxed().toList());
  }

  @Test
  void aSenderIsNeverFurtherAheadThanItsBound() {
    FakePeer peer = peer(1);
    peer.start("tx", Numbers.send("rx", NUMBERS));
    consumeAll(peer);
    assertThat(most).isGreaterThan(BOUND / 4).isLessThanOrEqualTo(BOUND);
  }

  @Test
  void manySendersShareTheReceiversBound() {
    FakePeer peer = peer(1_000);
    peer.start("tx", Numbers.send("rx", NUMBERS));
    consumeAll(peer);
    assertThat(most).isLessThanOrEqualTo(33); // until it knew how many they are
  }

  @Test
  void aSenderThatWaitsCanMove() {
    FakePeer first = peer(1);
    first.start("tx", Numbers.send("rx", NUMBERS));
    while (unconsumedNow() < BOUND - 10) {
      Thread.onSpinWait();
    }
    var unused = first.ask(new FreezeThread("vc/tx", "moving"));
    Commit last = first.commits.isEmpty() ? null : first.commits.get(first.commits.size() - 1);
    assertThat(last).isNotNull();
    FakePeer second = peer(1);
    second.resume(last);
    consumeAll(second);
    assertThat(most).isLessThanOrEqualTo(BOUND);
  }

  private synchronized int unconsumedNow() {
    return unconsumed;
  }
}
