package io.leverage.peer.internal.deploy;

import io.leverage.RefusedException;
import io.leverage.ThreadState;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage.CancelThread;
import io.leverage.peer.internal.unit.UnitMessage.DropThread;
import io.leverage.peer.internal.unit.UnitMessage.MigrateThread;
import io.leverage.peer.internal.unit.UnitMessage.ReleaseThread;
import io.leverage.peer.internal.unit.UnitMessage.StartThread;
import io.leverage.peer.internal.unit.UnitMessage.TakeThread;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Starts, cancels and moves threads for the clients of this peer, wherever they are deployed. */
final class ThreadControl {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Roles roles;

  ThreadControl(Roles roles) {
    this.roles = roles;
  }

  /** Stores a thread and has it delegated. */
  void start(StartThread request) {
    ThreadId id = ThreadId.parse(request.thread());
    var unused = roles.computers().require(id.computer());
    if (!roles.recovery().submit(request.thread(), request.request(), request.image())) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "the virtual computer %s has a thread with the name %s: choose another name",
              id.computer(),
              id.name()));
    }
    roles.changed(request.thread());
  }

  /** Cancels a thread; does nothing if it has ended. */
  void cancel(CancelThread request) {
    var unused = roles.threads().require(request.thread());
    stop(request.thread(), "cancelled by a client");
  }

  /** Cancels a thread for a reason. */
  void stop(String thread, String reason) {
    roles
        .recovery()
        .stop(thread, ThreadState.CANCELLED, reason)
        .ifPresent(owner -> roles.units().tell(owner, new DropThread(thread, reason)));
    roles.changed(thread);
  }

  /** Moves a thread with all its work: freezes it where it runs, and has the target claim it. */
  void migrate(MigrateThread request) {
    String thread = request.thread();
    ThreadRecord record = roles.threads().require(thread);
    PeerInfo target = target(request.peer(), ThreadId.parse(thread).computer());
    if (record.state().ended()) {
      throw new RefusedException(thread + " can't move, it has ended: " + record.reason());
    }
    if (record.owner().equals(target.id())) {
      return;
    }
    String reason = "moving to " + target.name() + " on request";
    if (!record.owner().isEmpty() && roles.context().mesh().contains(record.owner())) {
      release(record.owner(), new ReleaseThread(thread, target.id(), reason));
    }
    take(target, thread, "moved on request");
  }

  private void release(String owner, ReleaseThread request) {
    try {
      roles.units().call(owner, request, PATIENCE);
    } catch (FencedException e) {
      throw new UnreachableException(
          request.thread() + " is changing its peer just now: try again", e);
    }
  }

  private void take(PeerInfo target, String thread, String reason) {
    ThreadRecord released = roles.threads().require(thread);
    if (released.state().ended()) {
      throw new RefusedException(thread + " ended before it could move: " + released.reason());
    }
    if (released.owner().equals(target.id())) {
      return;
    }
    try {
      roles
          .units()
          .call(
              target.id(), new TakeThread(thread, released.epoch(), reason, new byte[0]), PATIENCE);
    } catch (FencedException e) { // the deployer was quicker; it knows the destination
      ThreadRecord now = roles.threads().require(thread);
      if (!now.owner().equals(target.id()) && !now.state().ended()) {
        throw new UnreachableException(
            String.format(
                Locale.ROOT, "%s went elsewhere meanwhile: %s. Try again.", thread, now.reason()),
            e);
      }
    } finally {
      roles.changed(thread);
    }
  }

  private PeerInfo target(String name, String computer) {
    List<PeerInfo> peers = roles.context().mesh().peers();
    PeerInfo target =
        peers.stream()
            .filter(peer -> peer.id().equals(name) || peer.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new RefusedException(
                        String.format(
                            Locale.ROOT,
                            "no peer is called '%s'; the peers are: %s",
                            name,
                            names(peers))));
    ComputerRecord record = roles.computers().require(computer);
    if (!record.workers().contains(target.id())) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "peer %s is not a worker of %s; its workers are: %s. Raise its quota to enrol more.",
              target.name(),
              computer,
              names(peers.stream().filter(peer -> record.workers().contains(peer.id())).toList())));
    }
    return target;
  }

  private static String names(List<PeerInfo> peers) {
    return peers.stream().map(PeerInfo::name).collect(Collectors.joining(", "));
  }
}
