package io.leverage.peer.internal.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import io.leverage.ThreadState;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.checkpoint.CrashPoint.Step;
import io.leverage.peer.internal.message.AddressResolver;
import io.leverage.peer.internal.message.Mailbox;
import io.leverage.peer.internal.message.MessageManager;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.store.MemoryStore;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.Consumed;
import io.leverage.peer.internal.unit.UnitMessage.Ending;
import io.leverage.peer.internal.unit.UnitMessage.Outgoing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With small checkpoints, which lie in the threads' records, and with such as do not. */
@ParameterizedClass
@ValueSource(booleans = {true, false})
final class CommitTest {
  private static final String T = "vc-1/t";
  private static final String RX = "vc-1/rx";
  private static final ChunkSizes APART =
      new ChunkSizes(0, 64 << 10, 16 << 10, 64 << 10, 256 << 10);

  private final MemoryStore.View store = new MemoryStore().view();
  private final List<UnitMessage> told = new ArrayList<>();
  private @Nullable Step crashAt;
  private final CrashPoint crashes =
      (thread, step) -> {
        if (step == crashAt) {
          throw new UnreachableException("crashed after " + step);
        }
      };
  private final ThreadTable threads = new ThreadTable(store);
  private final MessageManager messages =
      new MessageManager(
          new Mailbox(store),
          new AddressResolver(threads),
          (peer, message) -> told.add(message),
          Runnable::run);
  private final Publisher publisher = new Publisher(store, messages, crashes);
  private final Checkpoints checkpoints;
  private final boolean inline;
  private final Recovery recovery;

  CommitTest(boolean inline) {
    this.inline = inline;
    this.checkpoints = new Checkpoints(store, inline ? ChunkSizes.DEFAULT : APART);
    this.recovery =
        new Recovery(checkpoints, threads, publisher, crashes, Clock.systemUTC(), Runnable::run);
  }

  private Recovery.Claimed claimNew() {
    assertThat(recovery.submit(T, "client/1", "task".getBytes(UTF_8))).isTrue();
    return recovery.claim(new Recovery.Claim(T, 0, "p1", "one", "delegated"), null);
  }

  private static Commit commit(long epoch, long sequence) {
    return new Commit(
        T,
        epoch,
        sequence,
        ("image " + sequence).getBytes(UTF_8),
        List.of(
            new Outgoing(
                RX, new Batch(T, sequence - 1, List.of(("m" + sequence).getBytes(UTF_8))))),
        List.of(("r" + sequence).getBytes(UTF_8)),
        sequence - 1,
        List.of(),
        null);
  }

  private List<String> mail(String receiver) {
    return messages.gather(new UnitMessage.FetchMessages(receiver, List.of())).batches().stream()
        .flatMap(batch -> batch.payloads().stream())
        .map(payload -> new String(payload, UTF_8))
        .toList();
  }

  @Test
  void aCommitMovesTheRecordAndShowsItsEffects() {
    Recovery.Claimed claimed = claimNew();
    assertThat(claimed.image()).asString(UTF_8).isEqualTo("task");
    claimed.committer().commit(commit(1, 1), List.of("something happened"));
    claimed.committer().commit(commit(1, 2), List.of());
    assertThat(threads.require(T).sequence()).isEqualTo(2);
    assertThat(threads.require(T).events()).anyMatch(one -> one.endsWith("something happened"));
    assertThat(mail(RX)).containsExactly("m1", "m2");
    assertThat(publisher.partialResult(T, 1))
        .hasValueSatisfying(r -> assertThat(r).asString().isEqualTo("r2"));
    assertThat(store.keys("cp/")).hasSize(inline ? 0 : 1); // the newest
  }

  @ParameterizedTest
  @EnumSource(value = Step.class, to = "TRIMMED")
  void theSameCommitAgainAfterACrashCountsOnce(Step step) {
    Recovery.Claimed claimed = claimNew();
    claimed.committer().commit(commit(1, 1), List.of());
    crashAt = step;
    assertThatThrownBy(() -> claimed.committer().commit(commit(1, 2), List.of()))
        .isInstanceOf(UnreachableException.class);
    crashAt = null;
    claimed.committer().commit(commit(1, 2), List.of());
    claimed.committer().commit(commit(1, 2), List.of());
    claimed.committer().commit(commit(1, 3), List.of());
    assertThat(threads.require(T).sequence()).isEqualTo(3);
    assertThat(mail(RX)).containsExactly("m1", "m2", "m3");
  }

  @ParameterizedTest
  @EnumSource(value = Step.class, to = "TRIMMED")
  void aClaimAfterACrashGoesOnFromTheLastCommit(Step step) {
    Recovery.Claimed first = claimNew();
    first.committer().commit(commit(1, 1), List.of());
    crashAt = step;
    assertThatThrownBy(() -> first.committer().commit(commit(1, 2), List.of()))
        .isInstanceOf(UnreachableException.class);
    crashAt = null;
    boolean counted = step != Step.CHECKPOINT_STORED;
    Recovery.Claimed second =
        recovery.claim(new Recovery.Claim(T, 1, "p2", "two", "its peer was lost"), null);
    assertThat(second.image()).asString(UTF_8).isEqualTo(counted ? "image 2" : "image 1");
    assertThat(mail(RX)).isEqualTo(counted ? List.of("m1", "m2") : List.of("m1"));
    assertThat(store.keys("cp/")).hasSize(inline ? 0 : 1); // what the dead one left is gone
    assertThatThrownBy(() -> first.committer().commit(commit(1, counted ? 3 : 2), List.of()))
        .isInstanceOf(FencedException.class)
        .hasMessageContaining("epoch 1 of vc-1/t was superseded: it is in epoch 2");
    second.committer().commit(commit(2, second.record().sequence() + 1), List.of());
    assertThat(mail(RX)).hasSize(counted ? 3 : 2);
  }

  @Test
  void publishingAgainChangesNothing() {
    Recovery.Claimed claimed = claimNew();
    claimed.committer().commit(commit(1, 1), List.of());
    List<String> before = store.keys("");
    var unused = recovery.claim(new Recovery.Claim(T, 1, "p2", "two", "moved"), null);
    assertThat(store.keys("")).isEqualTo(before);
    assertThat(mail(RX)).containsExactly("m1");
  }

  @Test
  void onlyOneOfTwoClaimsWins() {
    Recovery.Claimed claimed = claimNew();
    assertThat(claimed.record().epoch()).isEqualTo(1);
    assertThatThrownBy(() -> recovery.claim(new Recovery.Claim(T, 0, "p2", "two", "late"), null))
        .isInstanceOf(FencedException.class);
  }

  @Test
  void consumedMailIsRemoved() {
    Recovery.Claimed claimed = claimNew();
    for (long i = 0; i < 3; i++) {
      messages.publish(List.of(new Outgoing(T, new Batch(RX, i, List.of(new byte[] {1})))));
    }
    assertThat(mail(T)).hasSize(3);
    Commit consuming =
        new Commit(
            T, 1, 1, new byte[0], List.of(), List.of(), 0, List.of(new Consumed(RX, 2)), null);
    claimed.committer().commit(consuming, List.of());
    assertThat(store.keys("mb/vc-1/t/")).hasSize(1);
    assertThat(
            messages
                .gather(new UnitMessage.FetchMessages(T, List.of(new Consumed(RX, 2))))
                .batches())
        .hasSize(1);
  }

  @Test
  void whoRunsTheReceiverIsTold() {
    Recovery.Claimed claimed = claimNew();
    assertThat(recovery.submit(RX, "client/1", new byte[0])).isTrue();
    claimed.committer().commit(commit(1, 1), List.of());
    assertThat(told).isEmpty();
    var unused = recovery.claim(new Recovery.Claim(RX, 0, "p2", "two", "delegated"), null);
    claimed.committer().commit(commit(1, 2), List.of());
    assertThat(told).containsExactly(new UnitMessage.MailWaiting(RX));
  }

  @Test
  void anEndThatWasNotPublishedIsNotOverYet() {
    Recovery.Claimed claimed = claimNew();
    Commit last =
        new Commit(
            T,
            1,
            1,
            new byte[0],
            List.of(new Outgoing(RX, new Batch(T, 0, List.of(new byte[] {1})))),
            List.of(),
            0,
            List.of(),
            new Ending("FAILED", new byte[] {7}, "java.lang.Error: oops\n\tat X.y(X.java:3)"));
    crashAt = Step.RECORD_CHANGED;
    assertThatThrownBy(() -> claimed.committer().commit(last, List.of()))
        .isInstanceOf(UnreachableException.class);
    crashAt = null;
    assertThat(threads.require(T).state()).isEqualTo(ThreadState.FAILED);
    assertThat(threads.require(T).over()).isFalse();
    recovery.completeEnd(T);
    assertThat(threads.require(T).over()).isTrue();
    assertThat(mail(RX)).hasSize(1);
    assertThat(recovery.result(T, threads.require(T))).containsExactly(7);
    assertThat(threads.require(T).reason()).isEqualTo("its task threw java.lang.Error: oops");
    claimed.committer().commit(last, List.of()); // the worker asks again
  }

  @Test
  void aCancelledThreadIsFencedAndItsLastEffectsAreSeen() {
    Recovery.Claimed claimed = claimNew();
    crashAt = Step.RECORD_CHANGED;
    assertThatThrownBy(() -> claimed.committer().commit(commit(1, 1), List.of()))
        .isInstanceOf(UnreachableException.class);
    crashAt = null;
    assertThat(recovery.stop(T, ThreadState.CANCELLED, "on request")).hasValue("p1");
    assertThat(mail(RX)).containsExactly("m1");
    assertThat(threads.require(T).over()).isTrue();
    assertThatThrownBy(() -> claimed.committer().commit(commit(1, 2), List.of()))
        .isInstanceOf(FencedException.class);
  }

  /** As after the sides of a split mesh have met, of which the other one won. */
  @Test
  void aCommitThatDoesNotFollowTheRecordIsVoid() {
    Recovery.Claimed claimed = claimNew();
    claimed.committer().commit(commit(1, 1), List.of());
    byte[] won = store.get(StoreKeys.thread(T));
    claimed.committer().commit(commit(1, 2), List.of());
    store.put(StoreKeys.thread(T), won);

    assertThatThrownBy(() -> claimed.committer().commit(commit(1, 3), List.of()))
        .isInstanceOf(RolledBackException.class)
        .hasMessageContaining("commit 3 of vc-1/t does not follow 1");

    assertThat(threads.require(T).sequence()).isEqualTo(1);
  }

  @Test
  void aThreadThatNobodyHeardOfIsOverWithItsLastCommit() {
    Recovery.Claimed claimed = claimNew();
    crashAt = Step.RECORD_CHANGED;
    Commit last =
        new Commit(
            T,
            1,
            1,
            new byte[0],
            List.of(),
            List.of(),
            0,
            List.of(),
            new Ending("RETURNED", new byte[] {7}, ""));
    assertThatThrownBy(() -> claimed.committer().commit(last, List.of()))
        .isInstanceOf(UnreachableException.class);
    assertThat(threads.require(T).over()).isTrue();
    assertThat(recovery.result(T, threads.require(T))).containsExactly(7);
    crashAt = null;
    claimed.committer().commit(last, List.of()); // the worker asks again
  }

  @Test
  void whoClaimsByAnOldRecordGetsNothing() {
    assertThat(recovery.submit(T, "client/1", "task".getBytes(UTF_8))).isTrue();
    ThreadTable.Known old = ThreadTable.Known.of(threads.know(T).orElseThrow().bytes());
    recovery.note(T, "something happened");
    Recovery.Claimed claimed =
        recovery.claim(new Recovery.Claim(T, 0, "p1", "one", "delegated"), old);
    assertThat(claimed.record().events()).anyMatch(one -> one.endsWith("something happened"));
    assertThatThrownBy(
            () -> recovery.claim(new Recovery.Claim(T, 0, "p2", "two", "delegated"), old))
        .isInstanceOf(FencedException.class);
  }

  @Test
  void aLostCheckpointEndsTheThreadByName() {
    assertThat(recovery.submit(T, "client/1", new byte[1 << 20])).isTrue();
    Recovery.Claimed claimed =
        recovery.claim(new Recovery.Claim(T, 0, "p1", "one", "delegated"), null);
    assertThat(claimed.record().owner()).isEqualTo("p1");
    store.keys("cp/").forEach(store::remove);
    assertThatThrownBy(
            () -> recovery.claim(new Recovery.Claim(T, 1, "p2", "two", "its peer was lost"), null))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("more peers died at once than the mesh keeps copies on");
    assertThat(threads.require(T).state()).isEqualTo(ThreadState.FAILED);
  }

  @Test
  void messagesInAnothersNameAreRefused() {
    Recovery.Claimed claimed = claimNew();
    Commit forged =
        new Commit(
            T,
            1,
            1,
            new byte[0],
            List.of(new Outgoing("vc-2/rx", new Batch(T, 0, List.of()))),
            List.of(),
            0,
            List.of(),
            null);
    assertThatThrownBy(() -> claimed.committer().commit(forged, List.of()))
        .isInstanceOf(RefusedException.class);
    assertThat(threads.require(T).sequence()).isZero();
  }

  @Test
  void largeCheckpointsAreCutIntoPieces() {
    byte[] large = new byte[1_000_000];
    new java.util.Random(1).nextBytes(large);
    assertThat(recovery.submit(T, "client/1", large)).isTrue();
    assertThat(store.keys("cp/").size()).isGreaterThan(4);
    assertThat(store.keys("cp/"))
        .allSatisfy(key -> assertThat(store.get(key).length).isLessThanOrEqualTo(256 << 10));
    assertThat(recovery.claim(new Recovery.Claim(T, 0, "p1", "one", "delegated"), null).image())
        .isEqualTo(large);
  }
}
