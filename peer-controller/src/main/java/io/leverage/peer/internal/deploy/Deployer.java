package io.leverage.peer.internal.deploy;

import io.leverage.LeverageException;
import io.leverage.RefusedException;
import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.unit.UnitMessage.CloseComputer;
import io.leverage.peer.internal.unit.UnitMessage.ComputerChanged;
import io.leverage.peer.internal.unit.UnitMessage.ComputerOpened;
import io.leverage.peer.internal.unit.UnitMessage.Count;
import io.leverage.peer.internal.unit.UnitMessage.CountWorkers;
import io.leverage.peer.internal.unit.UnitMessage.DismissWorker;
import io.leverage.peer.internal.unit.UnitMessage.EnrolWorkers;
import io.leverage.peer.internal.unit.UnitMessage.OpenComputer;
import io.leverage.peer.internal.watch.EventKind;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deployer: opens virtual computers for the clients of this peer, and looks after each with a
 * {@link WorkerQuotaMaintainer} and a {@link VirtualThreadDelegator} until it is closed. All that
 * it knows is in the store, so that any peer can do its work.
 */
final class Deployer {
  private static final Logger log = LoggerFactory.getLogger(Deployer.class);
  private static final int MOST_WORKERS = 10_000;
  private static final int SCAN_EVERY = 5;

  /** How long, in seconds, the threads and results of a closed virtual computer can be seen. */
  private static final long KEEP_RESULTS_SECONDS = Long.getLong("leverage.results.keep", 60);

  private final class Deployment {
    private final Mandate mandate;
    private final VirtualThreadDelegator delegator;
    private final Coalesced enrolment;
    private int sweeps;

    Deployment(Mandate mandate) {
      this.mandate = mandate;
      this.delegator = new VirtualThreadDelegator(mandate, roles);
      WorkerQuotaMaintainer quota = new WorkerQuotaMaintainer(mandate, roles, delegator::lookAgain);
      this.enrolment =
          new Coalesced(
              roles.executor(),
              roles.context().timer(),
              "quota of " + mandate.computer(),
              quota::maintain);
    }
  }

  private final Roles roles;
  private final ThreadControl control;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Deployment> deployments = new ConcurrentHashMap<>();
  private final Map<String, Long> cleaning = new ConcurrentHashMap<>();
  private final TakeOver takeOver;
  private volatile Consumer<String> onOrphaned = computer -> {};

  Deployer(Roles roles, ThreadControl control) {
    this.roles = roles;
    this.control = control;
    this.takeOver = new TakeOver(roles, this::adopt);
  }

  /** Says who is told the virtual computers of this deployer that may have lost their clients. */
  void onOrphaned(Consumer<String> listener) {
    onOrphaned = listener;
  }

  /** Opens a virtual computer; its workers are enrolled as they answer. */
  ComputerOpened open(OpenComputer request) {
    check(request.workers());
    List<String> missing = roles.assemblies().missing(request.assemblies());
    if (!missing.isEmpty()) {
      throw new RefusedException("the mesh lacks the assemblies " + missing + ": send them first");
    }
    ComputerRecord record =
        new ComputerRecord(
            request.workers(), request.assemblies(), roles.self(), 1, false, List.of());
    String computer;
    do {
      computer = String.format(Locale.ROOT, "vc-%08x", random.nextInt());
    } while (!roles.computers().add(computer, record));
    roles.watch().happened(EventKind.COMPUTER_OPENED, computer, quota(request.workers()));
    adopt(computer, record);
    return new ComputerOpened(computer);
  }

  /** Changes a quota. */
  void enrol(EnrolWorkers request) {
    check(request.workers());
    var open = roles.computers().require(request.computer());
    if (open.quota() != request.workers()) {
      var unused =
          roles
              .computers()
              .change(
                  request.computer(),
                  present -> present.closed() ? present : present.withQuota(request.workers()));
      roles
          .watch()
          .happened(EventKind.COMPUTER_OPENED, request.computer(), quota(request.workers()));
    }
    roles.computerChanged(request.computer());
  }

  /** Counts the workers that are enrolled and there. */
  Count count(CountWorkers request) {
    return new Count(
        (int)
            roles.computers().require(request.computer()).workers().stream()
                .filter(roles.context().mesh()::contains)
                .count());
  }

  /** Ends a virtual computer for its client. */
  void close(CloseComputer request) {
    close(request.computer(), "its client closed it");
  }

  /**
   * Ends a virtual computer, wherever it was opened: fences its threads, releases its workers,
   * removes what it left in the store. The threads' results can be fetched for a while.
   */
  void close(String computer, String reason) {
    ComputerRecord before = roles.computers().require(computer);
    ComputerRecord closed =
        roles.computers().change(computer, present -> present.endedBy(roles.self()));
    roles.crashes().passed(computer, CrashPoint.Step.CLOSED);
    roles.watch().happened(EventKind.COMPUTER_CLOSED, computer, reason);
    finish(computer, closed.epoch());
    for (String worker : before.workers()) {
      roles.units().tell(worker, new DismissWorker(computer, "the virtual computer was closed"));
    }
    roles.units().tell(before.deployer(), new ComputerChanged(computer));
  }

  /** Ends what a closed virtual computer still runs; removes what it leaves, after a while. */
  private void finish(String computer, long epoch) {
    deployments.remove(computer);
    for (String thread : roles.threads().list(computer)) {
      control.stop(thread, "its virtual computer was closed");
    }
    if (Objects.equals(cleaning.put(computer, epoch), epoch)) {
      return;
    }
    var later =
        roles
            .context()
            .timer()
            .schedule(
                () -> roles.executor().execute(() -> clean(computer)),
                KEEP_RESULTS_SECONDS,
                TimeUnit.SECONDS);
    log.debug("what {} left is removed in {}", computer, later);
  }

  /** Looks after a virtual computer that names this peer as its deployer. */
  private void adopt(String computer, ComputerRecord record) {
    if (record.closed()) {
      if (!Objects.equals(cleaning.get(computer), record.epoch())) {
        finish(computer, record.epoch());
      }
      return;
    }
    Mandate mandate = new Mandate(computer, roles.self(), record.epoch());
    boolean[] added = {false};
    Deployment deployment =
        deployments.compute(
            computer,
            (c, present) -> {
              added[0] = present == null || !present.mandate.equals(mandate);
              return present == null || added[0] ? new Deployment(mandate) : present;
            });
    if (!added[0]) {
      return;
    }
    deployment.enrolment.ask();
    if (record.epoch() > 1) { // taken over: there may be threads, and no clients
      deployment.delegator.lookAtAll();
      onOrphaned.accept(computer);
    }
  }

  /** Says that a thread changed. */
  void threadChanged(String thread) {
    Deployment deployment = deployments.get(ThreadId.parse(thread).computer());
    if (deployment != null) {
      deployment.delegator.changed(thread);
    }
  }

  /** Says that a virtual computer changed. */
  void computerChanged(String computer) {
    Deployment deployment = deployments.get(computer);
    if (deployment == null) {
      takeOver.look(computer); // it may have been handed to this peer
      return;
    }
    if (roles.computers().find(computer).filter(deployment.mandate::holds).isEmpty()) {
      deployments.remove(computer, deployment);
      log.debug("this peer looks after {} no more", computer);
    } else {
      deployment.enrolment.ask();
      deployment.delegator.lookAgain();
    }
  }

  /** Says that peers came or went. */
  void viewChanged() {
    for (Deployment deployment : deployments.values()) {
      deployment.delegator.workersChanged();
      deployment.enrolment.ask();
      onOrphaned.accept(deployment.mandate.computer()); // a client may have died with its peer
    }
    takeOver.viewChanged();
  }

  /** Hands its virtual computers to another peer, if there is one. */
  void handOver() {
    takeOver.close();
    Optional<String> successor =
        roles.context().mesh().peers().stream()
            .filter(peer -> !peer.id().equals(roles.self()))
            .max(Comparator.comparingInt(PeerInfo::slots))
            .map(PeerInfo::id);
    Set<String> all = new HashSet<>(deployments.keySet());
    all.addAll(cleaning.keySet());
    deployments.clear();
    successor.ifPresent(peer -> all.forEach(computer -> handOver(computer, peer)));
  }

  private void handOver(String computer, String successor) {
    var unused =
        roles
            .computers()
            .change(
                computer,
                present ->
                    present.deployer().equals(roles.self()) ? present.takenBy(successor) : present);
    roles
        .watch()
        .happened(
            EventKind.COMPUTER_TAKEN, computer, "this peer leaves, and hands it to " + successor);
    roles.units().tell(successor, new ComputerChanged(computer));
  }

  /** Looks after all virtual computers, in case a change was not told. */
  void sweep() {
    for (Deployment deployment : deployments.values()) {
      computerChanged(deployment.mandate.computer());
      deployment.delegator.workersChanged();
      if (deployment.sweeps++ % SCAN_EVERY == 0) {
        deployment.delegator.lookAtAll();
      }
    }
    takeOver.sweep();
  }

  private void clean(String computer) {
    try {
      roles.computers().erase(computer);
      cleaning.remove(computer);
    } catch (LeverageException e) {
      log.warn("what {} left can't be removed now: {}", computer, e.getMessage());
      cleaning.remove(computer); // found again by a later look at all
    }
  }

  private static String quota(int workers) {
    return String.format(Locale.ROOT, "a quota of %d workers", workers);
  }

  private static void check(int workers) {
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new RefusedException(
          String.format(
              Locale.ROOT,
              "a virtual computer can't have %d workers: ask for 1 to %d",
              workers,
              MOST_WORKERS));
    }
  }
}
