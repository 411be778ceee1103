package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.unit.UnitMessage.DismissWorker;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker quota maintainer: keeps as many workers enrolled as the quota says, or as there are
 * peers. Peers with the most free slots are asked first.
 */
final class WorkerQuotaMaintainer {
  private static final Logger log = LoggerFactory.getLogger(WorkerQuotaMaintainer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

  private final Mandate mandate;
  private final String computer;
  private final Roles roles;
  private final EnrolmentRequestor requestor;
  private final Runnable onEnrolled;
  private final Map<String, Long> declined = new ConcurrentHashMap<>();

  WorkerQuotaMaintainer(Mandate mandate, Roles roles, Runnable onEnrolled) {
    this.mandate = mandate;
    this.computer = mandate.computer();
    this.roles = roles;
    this.requestor = new EnrolmentRequestor(roles.units());
    this.onEnrolled = onEnrolled;
  }

  /** Brings the number of workers nearer to the quota. Waits for the peers that it asks. */
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
    List<PeerInfo> candidates = candidates(record).stream().limit(missing).toList();
    if (!candidates.isEmpty()) {
      requestor.request(
          computer,
          record.assemblies(),
          candidates,
          this::enrolled,
          (peer, why) -> declined.put(peer.id(), System.nanoTime()));
    }
  }

  private ComputerRecord living(ComputerRecord record) {
    ComputerRecord living = record;
    for (String worker : record.workers()) {
      if (!roles.context().mesh().contains(worker)) {
        log.info("{} lost its worker {}: the peer left the mesh", computer, worker);
        living = living.without(worker);
      }
    }
    return living;
  }

  private List<PeerInfo> candidates(ComputerRecord record) {
    declined.values().removeIf(since -> System.nanoTime() - since > ASK_AGAIN_NANOS);
    return roles.context().mesh().peers().stream()
        .filter(peer -> !record.workers().contains(peer.id()) && !declined.containsKey(peer.id()))
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
    log.info(
        "peer {} is a worker of {}: {} of {}",
        peer.name(),
        computer,
        record.workers().size(),
        record.quota());
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
