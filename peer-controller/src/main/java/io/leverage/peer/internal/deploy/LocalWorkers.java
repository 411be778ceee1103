package io.leverage.peer.internal.deploy;

import io.leverage.RefusedException;
import io.leverage.peer.internal.mesh.Capacity;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage.DismissWorker;
import io.leverage.peer.internal.unit.UnitMessage.DropThread;
import io.leverage.peer.internal.unit.UnitMessage.EnrolWorker;
import io.leverage.peer.internal.unit.UnitMessage.InspectThread;
import io.leverage.peer.internal.unit.UnitMessage.LockChanged;
import io.leverage.peer.internal.unit.UnitMessage.MailTaken;
import io.leverage.peer.internal.unit.UnitMessage.MailWaiting;
import io.leverage.peer.internal.unit.UnitMessage.ReleaseThread;
import io.leverage.peer.internal.unit.UnitMessage.TakeThread;
import io.leverage.peer.internal.unit.UnitMessage.ThreadInsight;
import io.leverage.peer.internal.watch.EventKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workers of this peer, at most one for each virtual computer. A worker that died is started
 * again for the next thread.
 */
final class LocalWorkers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LocalWorkers.class);
  private static final int MOST = 64;

  /** A virtual computer that this peer works for. */
  private static final class Enrolment {
    private final List<String> assemblies;
    private volatile @Nullable WorkerProxy worker;

    Enrolment(List<String> assemblies) {
      this.assemblies = assemblies;
    }
  }

  private final Roles roles;
  private final Map<String, Enrolment> enrolments = new ConcurrentHashMap<>();
  private volatile boolean leaving;

  LocalWorkers(Roles roles) {
    this.roles = roles;
  }

  /** Enrols in a virtual computer and starts the worker. */
  void enrol(EnrolWorker request) {
    if (enrolments.size() >= MOST) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "peer %s works for %d virtual computers already: close some",
              roles.context().name(),
              MOST));
    }
    Enrolment enrolment =
        enrolments.computeIfAbsent(
            request.computer(), computer -> new Enrolment(request.assemblies()));
    try {
      var unused = running(request.computer(), enrolment);
    } catch (RuntimeException e) {
      enrolments.remove(request.computer(), enrolment);
      throw e;
    }
  }

  /** Leaves a virtual computer; its threads go back first. */
  void dismiss(DismissWorker request) {
    Enrolment enrolment = enrolments.remove(request.computer());
    if (enrolment == null) {
      return;
    }
    WorkerProxy worker;
    synchronized (enrolment) {
      worker = enrolment.worker;
      enrolment.worker = null;
    }
    if (worker != null && isOpen(request.computer())) {
      worker.giveBack(request.reason());
    }
    if (worker != null) {
      worker.close();
    }
    roles.watch().happened(EventKind.WORKER_DISMISSED, request.computer(), request.reason());
    announce();
  }

  /** Claims a thread and runs it. */
  void take(TakeThread request) {
    String computer = ThreadId.parse(request.thread()).computer();
    Enrolment enrolment = enrolments.get(computer);
    if (enrolment == null) {
      enrolment = enrolments.computeIfAbsent(computer, this::missedEnrolment);
    }
    running(computer, enrolment).take(request);
    announce();
  }

  /** Freezes a thread and gives it back. */
  void release(ReleaseThread request) {
    find(request.thread())
        .orElseThrow(
            () ->
                new FencedException(
                    String.format(
                        Locale.ROOT,
                        "%s does not run on %s",
                        request.thread(),
                        roles.context().name())))
        .release(request);
    announce();
  }

  /** Runs a thread no more. */
  void drop(DropThread request) {
    find(request.thread()).ifPresent(worker -> worker.drop(request.thread(), request.reason()));
    announce();
  }

  /** Tells a thread's worker that there is mail. */
  void wake(MailWaiting mail) {
    find(mail.thread()).ifPresent(worker -> worker.wake(mail.thread(), mail));
  }

  /** Tells a thread's worker that it should ask for its lock again. */
  void wake(LockChanged changed) {
    find(changed.thread()).ifPresent(worker -> worker.wake(changed.thread(), changed));
  }

  /** Tells a thread's worker that a receiver has consumed some of its messages. */
  void wake(MailTaken taken) {
    find(taken.thread()).ifPresent(worker -> worker.wake(taken.thread(), taken));
  }

  /** Leaves virtual computers that ended without telling this peer. */
  void audit() {
    for (String computer : enrolments.keySet()) {
      if (!isOpen(computer)) {
        dismiss(new DismissWorker(computer, "the virtual computer was closed"));
      }
    }
    announce();
  }

  /** Stops the incarnations of threads that others have overtaken. */
  void auditThreads() {
    for (Enrolment enrolment : enrolments.values()) {
      WorkerProxy worker = enrolment.worker;
      if (worker != null) {
        worker.audit();
      }
    }
  }

  /** Announces this peer's capacity and load. */
  void announce() {
    roles.context().mesh().announce(capacity());
  }

  /** Gets this peer's capacity and load. */
  Capacity capacity() {
    return new Capacity(
        leaving ? 0 : roles.context().slots(),
        workers().stream().mapToInt(WorkerProxy::load).sum(),
        workers().stream().mapToInt(WorkerProxy::runnable).sum(),
        roles.context().pace().speed(),
        roles.context().pace().saturated());
  }

  /** Tells whether this peer works for a virtual computer. */
  boolean isEnrolledIn(String computer) {
    return !leaving && enrolments.containsKey(computer);
  }

  /** Tells whether this peer has a thread. */
  boolean has(String thread) {
    return find(thread).filter(worker -> worker.has(thread)).isPresent();
  }

  /** Lists the workers that live. */
  List<WorkerProxy> workers() {
    List<WorkerProxy> all = new ArrayList<>();
    for (Enrolment enrolment : enrolments.values()) {
      WorkerProxy worker = enrolment.worker;
      if (worker != null) {
        all.add(worker);
      }
    }
    return all;
  }

  /** Tells what a thread does; nothing if it does not run here. */
  ThreadInsight inspect(InspectThread request) {
    return find(request.thread())
        .map(worker -> worker.inspect(request))
        .orElseGet(() -> new ThreadInsight("", 0, List.of()));
  }

  /** Captures all threads, gives them back, and takes no more. */
  void handOver(String reason) {
    leaving = true;
    List<CompletableFuture<Void>> all =
        Map.copyOf(enrolments).entrySet().stream()
            .map(
                entry ->
                    CompletableFuture.runAsync(
                        () -> handOver(entry.getKey(), entry.getValue(), reason), roles.executor()))
            .toList();
    try {
      CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();
    } catch (CompletionException e) { // they go on from their last checkpoints
      log.warn("not all threads could be handed over: {}", e.getMessage());
    }
  }

  private void handOver(String computer, Enrolment enrolment, String reason) {
    var unused = roles.computers().change(computer, present -> present.without(roles.self()));
    WorkerProxy worker = enrolment.worker;
    if (worker != null) {
      worker.handOver(reason);
    }
  }

  @Override
  public void close() {
    leaving = true;
    for (Enrolment enrolment : enrolments.values()) {
      WorkerProxy worker = enrolment.worker;
      if (worker != null) {
        worker.close();
      }
    }
  }

  private boolean isOpen(String computer) {
    return roles.computers().findOpen(computer).isPresent();
  }

  private Optional<WorkerProxy> find(String thread) {
    Enrolment enrolment = enrolments.get(ThreadId.parse(thread).computer());
    return Optional.ofNullable(enrolment == null ? null : enrolment.worker);
  }

  private WorkerProxy running(String computer, Enrolment enrolment) {
    synchronized (enrolment) {
      if (leaving) {
        throw new RefusedException("peer " + roles.context().name() + " is leaving");
      }
      WorkerProxy present = enrolment.worker;
      if (present == null) {
        List<String> files =
            enrolment.assemblies.stream()
                .map(roles.assemblies()::fetch)
                .map(Path::toString)
                .toList();
        present = new WorkerProxy(computer, files, roles, worker -> lost(enrolment, worker));
        enrolment.worker = present;
        roles.watch().happened(EventKind.WORKER_STARTED, computer, "its first thread may come");
      }
      return present;
    }
  }

  private void lost(Enrolment enrolment, WorkerProxy worker) {
    synchronized (enrolment) {
      if (enrolment.worker == worker) {
        enrolment.worker = null;
      }
    }
  }

  /**
   * This peer is enrolled, but was asked to run a thread before it heard of it, or failed since.
   */
  private Enrolment missedEnrolment(String computer) {
    ComputerRecord record = roles.computers().require(computer);
    if (!record.workers().contains(roles.self())) {
      throw new RefusedException(
          String.format(
              Locale.ROOT, "peer %s is not a worker of %s", roles.context().name(), computer));
    }
    return new Enrolment(record.assemblies());
  }
}
