package io.leverage.peer.internal.deploy;

import io.leverage.RefusedException;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AcquireLock;
import io.leverage.peer.internal.unit.UnitMessage.AskRoom;
import io.leverage.peer.internal.unit.UnitMessage.FetchMessages;
import io.leverage.peer.internal.unit.UnitMessage.Printed;
import io.leverage.peer.internal.unit.UnitMessage.ReadGlobal;
import io.leverage.peer.internal.unit.UnitMessage.ReleaseLock;
import io.leverage.peer.internal.unit.UnitMessage.SwapGlobal;
import io.leverage.peer.internal.unit.UnitMessage.ThreadEvent;
import io.leverage.peer.internal.watch.EventKind;
import java.util.Locale;
import java.util.Map;

/** Answers what a worker's threads ask for: mail, globals and locks of their virtual computer. */
final class WorkerRequests {
  private final String computer;
  private final Roles roles;
  private final Map<String, HostedThread> hosted;

  WorkerRequests(String computer, Roles roles, Map<String, HostedThread> hosted) {
    this.computer = computer;
    this.roles = roles;
    this.hosted = hosted;
  }

  void addTo(Dispatcher dispatcher) {
    dispatcher
        .on(FetchMessages.class, this::gather)
        .on(AskRoom.class, this::room)
        .on(ReadGlobal.class, request -> roles.globals().read(own(request.computer(), request)))
        .on(SwapGlobal.class, request -> roles.watch().update(() -> swapInOneHistory(request)))
        .on(AcquireLock.class, this::acquire)
        .on(ReleaseLock.class, request -> roles.locks().release(own(request.computer(), request)))
        .act(ThreadEvent.class, this::note)
        .act(Printed.class, this::print);
  }

  private UnitMessage gather(FetchMessages request) {
    requireHosted(request.thread());
    return roles.messages().gather(request);
  }

  private UnitMessage acquire(AcquireLock request) {
    requireHosted(request.thread());
    return roles.locks().acquire(own(request.computer(), request));
  }

  private UnitMessage room(AskRoom request) {
    requireHosted(request.thread());
    request.sent().forEach(sent -> own(ThreadId.parse(sent.receiver()).computer(), sent));
    return roles.messages().room(request);
  }

  private UnitMessage swapInOneHistory(SwapGlobal request) {
    return roles.threads().inOneHistory(() -> swap(request));
  }

  /**
   * Applies an update of a global variable. Its checkpoint was committed; but perhaps on the side
   * of a split mesh that has lost since, and then the update is void, too.
   */
  private UnitMessage swap(SwapGlobal request) {
    HostedThread running = hosted.get(request.writer());
    if (running == null
        || roles
            .threads()
            .find(request.writer())
            .filter(
                record ->
                    running.isOf(record, roles.self())
                        && record.sequence() >= running.committer().last().sequence())
            .isEmpty()) {
      throw new FencedException(
          String.format(Locale.ROOT, "%s was overtaken by another incarnation", request.writer()));
    }
    return roles.globals().swap(own(request.computer(), request));
  }

  private void requireHosted(String thread) {
    if (!hosted.containsKey(thread)) {
      throw new FencedException(thread + " does not run here");
    }
  }

  /** A worker runs strangers' code: it gets at no other virtual computer's globals. */
  private <M> M own(String named, M request) {
    if (!named.equals(computer)) {
      throw new RefusedException(
          String.format(Locale.ROOT, "a worker of %s can't use what is of %s", computer, named));
    }
    return request;
  }

  private void note(ThreadEvent event) {
    HostedThread running = hosted.get(event.thread());
    if (running != null) {
      running.note(event.event());
      roles.watch().happened(EventKind.THREAD_NOTE, event.thread(), running.epoch(), event.event());
    }
  }

  private void print(Printed line) {
    HostedThread running = hosted.get(line.thread());
    roles
        .watch()
        .happened(
            line.error() ? EventKind.ERROR_LINE : EventKind.LINE,
            line.thread(),
            running == null ? 0 : running.epoch(), // its last lines come after its end
            line.line());
  }
}
