package io.leverage.peer.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.ThreadState;
import io.leverage.peer.internal.record.CheckpointRef;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.store.MemoryStore;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AskRoom;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.MailTaken;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import io.leverage.peer.internal.unit.UnitMessage.Room;
import io.leverage.peer.internal.unit.UnitMessage.Sent;
import io.leverage.peer.internal.unit.UnitMessage.Taken;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageManagerTest {
  private static final String TX = "vc/tx";
  private static final String RX = "vc/rx";

  private final MemoryStore.View store = new MemoryStore().view();
  private final ThreadTable threads = new ThreadTable(store);
  private final List<UnitMessage> told = new ArrayList<>();
  private final MessageManager messages =
      new MessageManager(
          new Mailbox(store),
          new AddressResolver(threads),
          (peer, message) -> told.add(message),
          Runnable::run);

  @BeforeEach
  void startTheSender() {
    start(TX);
    start(RX);
    told.clear();
  }

  private void start(String thread) {
    assertThat(
            threads.add(
                thread,
                ThreadRecord.started(
                    "c/1", CheckpointRef.apart("checkpoint"), 1, Clock.systemUTC().instant())))
        .isTrue();
    var unused =
        threads.change(
            thread, record -> record.claimed("p1", "runs", "taken", Clock.systemUTC().instant()));
  }

  private void send(long number, boolean pressing) {
    messages.publish(
        List.of(new Outgoing(RX, new Batch(TX, number, List.of(new byte[] {1}), pressing))));
  }

  private Room room(long from, long next) {
    return messages.room(new AskRoom(TX, List.of(new Sent(RX, from, next))));
  }

  @Test
  void aSenderThatPressesIsToldWhatWasConsumed() {
    send(0, false);
    send(1, true);
    told.clear();
    messages.forget(RX, TX, 0, 1);
    assertThat(told).isEmpty();
    messages.forget(RX, TX, 1, 2);
    assertThat(told).containsExactly(new MailTaken(TX, RX, 2));
  }

  @Test
  void roomIsWhatWasConsumed() {
    for (long number = 0; number < 10; number++) {
      send(number, false);
    }
    assertThat(room(0, 10).taken()).containsExactly(new Taken(RX, 0, 1));
    messages.forget(RX, TX, 0, 7);
    assertThat(room(0, 10).taken()).containsExactly(new Taken(RX, 7, 1));
    assertThat(room(5, 10).taken()).containsExactly(new Taken(RX, 7, 1));
    messages.forget(RX, TX, 7, 10);
    assertThat(room(7, 10).taken()).containsExactly(new Taken(RX, 10, 1));
  }

  @Test
  void whatAPeerPublishesLateDoesNotStopTheSender() {
    for (long number = 0; number < 3; number++) {
      send(number, false);
    }
    messages.forget(RX, TX, 0, 3);
    send(1, false); // a peer that was taken for dead
    assertThat(room(0, 3).taken()).containsExactly(new Taken(RX, 3, 1));
    assertThat(store.keys("mb/")).isEmpty();
    send(2, false);
    assertThat(room(2, 3).taken()).containsExactly(new Taken(RX, 2, 1));
    messages.consumption((receiver, sender) -> 3);
    assertThat(room(2, 3).taken()).containsExactly(new Taken(RX, 3, 1));
    assertThat(store.keys("mb/")).isEmpty();
  }

  @Test
  void mailForAThreadThatHasEndedIsDropped() {
    send(0, false);
    var unused =
        threads.change(
            RX,
            record ->
                record.stopped(ThreadState.CANCELLED, "cancelled", Clock.systemUTC().instant()));
    messages.clear(RX, Map.of()); // as whoever completes the end does
    send(1, true);
    assertThat(told).contains(new MailTaken(TX, RX, 2));
    assertThat(room(0, 2).taken()).containsExactly(new Taken(RX, 2, 1));
    assertThat(store.keys("mb/")).isEmpty();
  }

  @Test
  void theMailThatAThreadLeavesIsRemoved() {
    for (long number = 0; number < 10; number++) {
      send(number, false);
    }
    messages.forget(RX, TX, 0, 4);
    messages.clear(RX, Map.of(TX, 4L));
    assertThat(store.keys("mb/")).isEmpty();
  }
}
