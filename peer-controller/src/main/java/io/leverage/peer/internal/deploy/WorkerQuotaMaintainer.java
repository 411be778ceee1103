package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.unit.UnitMessage.DismissWorker;
import io.leverage.peer.internal.watch.EventKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The worker quota maintainer: keeps as many workers enrolled as the quota says, or as there are
 * peers. Peers with the most free slots are asked first.
 */
final class WorkerQuotaMaintainer {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** A peer that has not answered for this long may never do: another one is asked as well. */
  private static final long SLOW_NANOS = Duration.ofSeconds(5).toNanos();

  private final Mandate mandate;
  private final String computer;
  private final Roles roles;
  private final EnrolmentRequestor requestor;
  private final Runnable onEnrolled;
  private final Backoff backoff = new Backoff();
  private final Map<String, Long> asked = new ConcurrentHashMap<>();

  WorkerQuotaMaintainer(Mandate mandate, Roles roles, Runnable onEnrolled) {
    this.mandate = mandate;
    this.computer = mandate.computer();
    this.roles = roles;
    this.requestor = new EnrolmentRequestor(roles.units(), roles.executor());
    this.onEnrolled = onEnrolled;
  }

  /** Brings the number of workers nearer to the quota. Waits for nobody. */
  void maintain() {
    ComputerRecord record =
        roles
            .computers()
            .change(computer, present -> mandate.holds(present) ? living(present) : present);
    if (!mandate.holds(record)) {
      return;
    }
    int missing = record.quota() - record.workers().size();
    if (missing < 0) {
      dismiss(record, -missing);
      return;
    }
    long now = System.nanoTime();
    long answering = asked.values().stream().filter(since -> now - since < SLOW_NANOS).count();
    List<PeerInfo> candidates =
        candidates(record, now).stream().limit(Math.max(0, missing - answering)).toList();
    candidates.forEach(peer -> asked.put(peer.id(), now));
    requestor.request(computer, record.assemblies(), candidates, this::agreed, this::declined);
  }

  private void agreed(PeerInfo peer) {
    try {
      enrolled(peer);
    } finally {
      backoff.agreed(peer.id());
      asked.remove(peer.id());
    }
  }

  private void declined(PeerInfo peer, String why) {
    backoff.declined(peer.id(), System.nanoTime());
    asked.remove(peer.id());
    roles
        .watch()
        .happened(
            EventKind.COMPUTER_LOST_WORKER,
            computer,
            String.format(Locale.ROOT, "peer %s is no worker now: %s", peer.name(), why));
  }

  private ComputerRecord living(ComputerRecord record) {
    ComputerRecord living = record;
    for (String worker : record.workers()) {
      if (!roles.context().mesh().contains(worker)) {
        roles
            .watch()
            .happened(
                EventKind.COMPUTER_LOST_WORKER, computer, "peer " + worker + " left the mesh");
        living = living.without(worker);
      }
    }
    return living;
  }

  private List<PeerInfo> candidates(ComputerRecord record, long now) {
    backoff.retain(roles.context().mesh()::contains);
    asked.keySet().removeIf(peer -> !roles.context().mesh().contains(peer));
    return roles.context().mesh().peers().stream()
        .filter(peer -> !record.workers().contains(peer.id()))
        .filter(peer -> !asked.containsKey(peer.id()) && !backoff.holds(peer.id(), now))
        .sorted(
            Comparator.comparingInt((PeerInfo peer) -> peer.busy() - peer.slots())
                .thenComparing(PeerInfo::id))
        .toList();
  }

  private void enrolled(PeerInfo peer) {
    ComputerRecord record =
        roles
            .computers()
            .change(
                computer, present -> mandate.holds(present) ? present.with(peer.id()) : present);
    if (!mandate.holds(record)) {
      if (!record.workers().contains(peer.id())) {
        String reason =
            record.closed() ? "the virtual computer was closed" : "its deployer is another peer";
        roles.units().tell(peer.id(), new DismissWorker(computer, reason));
      }
      return;
    }
    roles.crashes().passed(computer, CrashPoint.Step.ENROLLED);
    roles
        .watch()
        .happened(
            EventKind.COMPUTER_ENROLLED,
            computer,
            String.format(
                Locale.ROOT,
                "peer %s is a worker: %d of %d",
                peer.name(),
                record.workers().size(),
                record.quota()));
    onEnrolled.run();
  }

  private void dismiss(ComputerRecord record, int surplus) {
    List<String> last =
        record.workers().subList(record.workers().size() - surplus, record.workers().size());
    for (String worker : last) {
      var unused =
          roles
              .computers()
              .change(
                  computer, present -> mandate.holds(present) ? present.without(worker) : present);
      roles
          .units()
          .call(worker, new DismissWorker(computer, "the quota of workers was lowered"), PATIENCE);
    }
    onEnrolled.run();
  }
}
