package io.leverage.peer.internal.deploy;

import io.leverage.ThreadState;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Failed;
import io.leverage.peer.internal.unit.UnitMessage.TakeThread;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The virtual thread delegator: hands each thread that nobody runs to the worker where it should
 * finish first, as {@link Placement} says. A blocked thread costs its worker nothing, so all are
 * handed out at once.
 *
 * <p>It looks at threads that may have changed, never at all of them in the steady state. What it
 * remembers only serves to choose well: whether a thread may be taken is decided by its record.
 */
final class VirtualThreadDelegator {
  private static final Duration GATHERING = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int MOST_CRASHES = 5;
  private static final int AT_ONCE = 64;
  private static final long FIRST_BACK_OFF_MILLIS = 200;
  private static final long DECLINED_MILLIS = 500;

  /** Until when, in nanoseconds, a thread in some epoch is not tried again. */
  private record Hold(long epoch, long until) {}

  private final Mandate mandate;
  private final String computer;
  private final Roles roles;
  private final long gatheredAt;
  private final Coalesced looking;
  private final AtomicBoolean scanning = new AtomicBoolean();
  private final Set<String> unseen = ConcurrentHashMap.newKeySet();
  private final Placements placed = new Placements();
  private final Set<String> moving = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<String>> declined = new ConcurrentHashMap<>();
  private final Map<String, Hold> holds = new ConcurrentHashMap<>();

  VirtualThreadDelegator(Mandate mandate, Roles roles) {
    this.mandate = mandate;
    this.computer = mandate.computer();
    this.roles = roles;
    this.looking =
        new Coalesced(
            roles.executor(), roles.context().timer(), "delegation of " + computer, this::look);
    this.gatheredAt = System.nanoTime() + GATHERING.toNanos();
    lookAgainIn(GATHERING.toMillis() + 1);
  }

  /** Says that a thread is new or may have changed. */
  void changed(String thread) {
    unseen.add(thread);
    looking.ask();
  }

  /** Says that workers came or went: threads of lost ones are looked at. */
  void workersChanged() {
    placed.forEach(
        (thread, worker) -> {
          if (!roles.context().mesh().contains(worker)) {
            unseen.add(thread);
          }
        });
    looking.ask();
  }

  /** Looks at every thread, also at those whose change nobody told. Costs a scan. */
  void lookAtAll() {
    scanning.set(true);
    looking.ask();
  }

  /** Looks again at threads that wait. */
  void lookAgain() {
    if (!unseen.isEmpty()) {
      looking.ask();
    }
  }

  private void lookAgainIn(long millis) {
    var unused = roles.context().timer().schedule(this::lookAgain, millis, TimeUnit.MILLISECONDS);
  }

  private void look() {
    Optional<ComputerRecord> open = roles.computers().recent(computer).filter(mandate::holds);
    if (open.isEmpty()) {
      unseen.clear(); // whoever closed it has ended its threads; another deployer looks itself
      return;
    }
    if (scanning.getAndSet(false)) {
      scan();
    }
    ComputerRecord record = open.get();
    List<PeerInfo> workers =
        roles.context().mesh().peers().stream()
            .filter(peer -> record.workers().contains(peer.id()))
            .toList();
    boolean gathering = isGathering(record, workers);
    Iterator<String> all = unseen.iterator();
    for (int left = unseen.size(); left > 0 && all.hasNext(); left--) { // some are added again
      String thread = all.next();
      if (moving.size() >= AT_ONCE) {
        return; // each that arrives asks again
      }
      if (!moving.contains(thread) && unseen.remove(thread)) {
        look(thread, gathering ? List.of() : workers);
      }
    }
  }

  private void scan() {
    try {
      unseen.addAll(roles.threads().list(computer));
    } catch (RuntimeException e) {
      scanning.set(true);
      throw e;
    }
  }

  /**
   * Tells whether the first workers are still being enrolled: whoever answers first would otherwise
   * get all threads. Not for long, as a worker may never answer: time only triggers.
   */
  private boolean isGathering(ComputerRecord record, List<PeerInfo> workers) {
    int wanted = Math.min(record.quota(), roles.context().mesh().peers().size());
    return workers.size() < wanted && System.nanoTime() - gatheredAt < 0;
  }

  private void look(String thread, List<PeerInfo> workers) {
    try {
      Optional<ThreadTable.Known> found = roles.threads().know(thread);
      if (found.filter(known -> !known.record().over()).isEmpty()) {
        forget(thread);
        return;
      }
      ThreadRecord record = found.get().record();
      boolean owned = !record.owner().isEmpty() && roles.context().mesh().contains(record.owner());
      if (owned) {
        placed.put(thread, record.owner());
      } else if (record.state().ended()) {
        roles.recovery().completeEnd(thread);
        roles.changed(thread);
      } else if (record.crashes() >= MOST_CRASHES) {
        giveUp(thread, record);
      } else if (!heldBack(thread, record)) {
        delegate(thread, found.get(), workers);
      }
    } catch (RuntimeException e) {
      unseen.add(thread);
      throw e;
    }
  }

  private void delegate(String thread, ThreadTable.Known known, List<PeerInfo> workers) {
    ThreadRecord record = known.record();
    Optional<PeerInfo> chosen = choose(thread, record, workers);
    if (chosen.isEmpty()) {
      placed.remove(thread);
      unseen.add(thread); // until there are workers
      if (declined.remove(thread) != null) { // there are: those that declined may take it later
        lookAgainIn(DECLINED_MILLIS);
      }
      return;
    }
    PeerInfo worker = chosen.get();
    String reason =
        record.epoch() == 0
            ? "delegated to it"
            : record.owner().isEmpty()
                ? record.reason()
                : "its peer " + record.owner() + " was lost";
    moving.add(thread);
    placed.put(thread, worker.id());
    var unused =
        roles
            .units()
            .request(
                worker.id(),
                new TakeThread(thread, record.epoch(), reason, known.bytes()),
                PATIENCE)
            .thenAcceptAsync(answer -> taken(thread, worker.id(), answer), roles.executor());
  }

  private void taken(String thread, String worker, UnitMessage answer) {
    if (answer instanceof Failed failed && failed.kind() != Failed.Kind.FENCED) {
      declined.computeIfAbsent(thread, t -> ConcurrentHashMap.newKeySet()).add(worker);
      placed.remove(thread, worker);
    } else {
      declined.remove(thread);
    }
    moving.remove(thread);
    if (answer instanceof Failed) {
      changed(thread);
    } else {
      lookAgain(); // it may have changed already, or others waited until it is there
    }
  }

  private Optional<PeerInfo> choose(String thread, ThreadRecord record, List<PeerInfo> workers) {
    Set<String> avoided = new HashSet<>(declined.getOrDefault(thread, Set.of()));
    Optional<PeerInfo> wanted =
        workers.stream().filter(peer -> peer.id().equals(record.destination())).findFirst();
    return wanted.filter(peer -> !avoided.contains(peer.id())).isPresent()
        ? wanted
        : Placement.choose(
            workers.stream().filter(peer -> !avoided.contains(peer.id())).toList(), placed::count);
  }

  /** A thread whose workers die is tried again later and later: time only triggers. */
  private boolean heldBack(String thread, ThreadRecord record) {
    if (record.crashes() == 0) {
      return false;
    }
    Hold hold = holds.get(thread);
    if (hold != null && hold.epoch() == record.epoch()) {
      return System.nanoTime() - hold.until() < 0;
    }
    long millis = FIRST_BACK_OFF_MILLIS << (record.crashes() - 1);
    holds.put(
        thread,
        new Hold(record.epoch(), System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis)));
    placed.remove(thread);
    var unused =
        roles.context().timer().schedule(() -> changed(thread), millis + 1, TimeUnit.MILLISECONDS);
    return true;
  }

  private void giveUp(String thread, ThreadRecord record) {
    var unused =
        roles
            .recovery()
            .stop(
                thread,
                ThreadState.FAILED,
                String.format(
                    Locale.ROOT,
                    "%d workers died while they ran it from checkpoint %d; the last time: %s",
                    record.crashes(),
                    record.sequence(),
                    record.reason()));
    roles.changed(thread);
  }

  private void forget(String thread) {
    placed.remove(thread);
    declined.remove(thread);
    holds.remove(thread);
  }
}
