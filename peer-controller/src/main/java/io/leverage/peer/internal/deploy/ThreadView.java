package io.leverage.peer.internal.deploy;

import io.leverage.ThreadState;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.InspectThread;
import io.leverage.peer.internal.unit.UnitMessage.ThreadInsight;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Threads as people and clients see them. */
final class ThreadView {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final ThreadInsight UNKNOWN = new ThreadInsight("", 0, List.of());

  private final Roles roles;

  ThreadView(Roles roles) {
    this.roles = roles;
  }

  /** Describes a thread with its result. */
  ThreadStatus describe(String thread) {
    return describe(thread, roles.threads().require(thread));
  }

  private ThreadStatus describe(String thread, ThreadRecord record) {
    return status(thread, record, record.over() ? roles.recovery().result(thread, record) : null);
  }

  /** Describes a thread with its result, if it is over. */
  Optional<ThreadStatus> ended(String thread) {
    ThreadRecord record = roles.threads().require(thread);
    return record.over() ? Optional.of(describe(thread, record)) : Optional.empty();
  }

  /** Lists a virtual computer's threads, or all, without their results. */
  UnitMessage list(UnitMessage.ListThreads request) {
    if (!request.computer().isEmpty()) {
      var unused = roles.computers().require(request.computer());
    }
    List<ThreadStatus> all =
        roles.threads().list(request.computer()).stream()
            .flatMap(
                thread -> roles.threads().find(thread).map(r -> status(thread, r, null)).stream())
            .toList();
    return new UnitMessage.Threads(all);
  }

  /** Tells a thread's story. */
  UnitMessage explain(UnitMessage.ExplainThread request) {
    ThreadRecord record = roles.threads().require(request.thread());
    return new UnitMessage.Story(
        status(request.thread(), record, null), record.events(), insight(request.thread(), record));
  }

  /** Asks who runs it, for as long as a person likes to wait. */
  private ThreadInsight insight(String thread, ThreadRecord record) {
    if (record.state().ended() || !roles.context().mesh().contains(record.owner())) {
      return UNKNOWN;
    }
    UnitMessage answer =
        roles.units().request(record.owner(), new InspectThread(thread), PATIENCE).join();
    return answer instanceof ThreadInsight insight ? insight : UNKNOWN;
  }

  /** Lists the peers. */
  UnitMessage peers(UnitMessage.ListPeers request) {
    return new UnitMessage.Peers(
        roles.context().mesh().peers().stream()
            .map(
                peer ->
                    new UnitMessage.PeerStatus(
                        peer.id(),
                        peer.name(),
                        peer.slots(),
                        peer.busy(),
                        peer.capacity().runnable(),
                        peer.capacity().speed(),
                        peer.pid(),
                        peer.id().equals(roles.self())))
            .toList());
  }

  private ThreadStatus status(
      String thread, ThreadRecord record, byte @org.jspecify.annotations.Nullable [] result) {
    Optional<PeerInfo> owner =
        roles.context().mesh().peers().stream()
            .filter(peer -> peer.id().equals(record.owner()))
            .findFirst();
    boolean orphaned =
        !record.owner().isEmpty() && !roles.context().mesh().contains(record.owner());
    ThreadState shown =
        record.state().ended() && !record.over() ? ThreadState.RUNNING : record.state();
    return new ThreadStatus(
        thread,
        shown.name(),
        owner.map(PeerInfo::name).orElse(""),
        record.epoch(),
        record.sequence(),
        record.checkpointBytes(),
        Math.max(
                0,
                Duration.between(record.committed(), roles.context().clock().instant()).toMillis())
            / 1000.0,
        orphaned ? "its peer was lost; waiting for another" : record.reason(),
        result,
        record.failure());
  }
}
