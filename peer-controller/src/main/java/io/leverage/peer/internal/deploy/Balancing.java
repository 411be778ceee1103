package io.leverage.peer.internal.deploy;

import io.leverage.LeverageException;
import io.leverage.RefusedException;
import io.leverage.peer.internal.mesh.Capacity;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.record.ThreadId;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.UnitMessage.OfferThread;
import io.leverage.peer.internal.unit.UnitMessage.ReleaseThread;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves running threads away from this peer while it is slow or loaded, as its {@link Balancer}
 * decides. A thread is first offered to the peer that should take it, which takes one at a time: so
 * several loaded peers don't all fill the same free one.
 */
final class Balancing {
  private static final Logger log = LoggerFactory.getLogger(Balancing.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** What was announced before a thread arrived says nothing of it; so this long none is taken. */
  private static final long SETTLING = Duration.ofSeconds(4).toNanos();

  private final Roles roles;
  private final LocalWorkers workers;

  /** One for each virtual computer that this peer works for. */
  private final Map<String, Balancer> balancers = new ConcurrentHashMap<>();

  private final Balancer host = new Balancer(Balancer.Settings.ofDefaults());
  private final boolean on = !"false".equals(System.getProperty("leverage.balance"));
  private final AtomicLong acceptedAt = new AtomicLong(System.nanoTime() - SETTLING);
  private final Map<String, Backoff> immobile = new ConcurrentHashMap<>();

  Balancing(Roles roles, LocalWorkers workers) {
    this.roles = roles;
    this.workers = workers;
  }

  /** Looks whether a thread should move, and moves it. */
  void sweep() {
    if (!on) {
      return;
    }
    for (WorkerProxy worker : workers.workers()) {
      roles.context().pace().observed(worker.report().share(), workers.capacity().runnable());
    }
    balancers.keySet().removeIf(computer -> !workers.isEnrolledIn(computer));
    for (WorkerProxy worker : workers.workers()) {
      Optional<Balancer.Move> move = look(worker);
      if (move.isPresent()) {
        move(move.get());
        return;
      }
    }
  }

  private Optional<Balancer.Move> look(WorkerProxy worker) {
    long now = System.nanoTime();
    if (worker.candidates().isEmpty() || roles.context().mesh().peers().size() == 1) {
      return Optional.empty();
    }
    Optional<ComputerRecord> record = roles.computers().findOpen(worker.computer());
    if (record.isEmpty()) {
      return Optional.empty();
    }
    List<PeerInfo> others =
        roles.context().mesh().peers().stream()
            .filter(peer -> !peer.id().equals(roles.self()))
            .filter(peer -> record.get().workers().contains(peer.id()))
            .toList();
    List<Balancer.Candidate> threads =
        worker.candidates().stream().filter(thread -> !holds(thread.thread(), now)).toList();
    return balancers
        .computeIfAbsent(
            worker.computer(), computer -> new Balancer(Balancer.Settings.ofDefaults()))
        .look(now, workers.capacity(), others, threads);
  }

  private boolean holds(String thread, long now) {
    Backoff backoff = immobile.get(thread);
    return backoff != null && backoff.holds(thread, now);
  }

  private void move(Balancer.Move move) {
    String target = move.target().id();
    Capacity own = workers.capacity();
    String reason =
        String.format(
            Locale.ROOT,
            "moving to %s, where it should get %.1f times as much done",
            move.target().name(),
            move.gain());
    try {
      roles
          .units()
          .call(target, new OfferThread(move.thread(), own.speedWith(own.runnable())), PATIENCE);
    } catch (LeverageException e) {
      log.debug("{} stays: {}", move.thread(), e.getMessage());
      return;
    }
    try {
      workers.release(new ReleaseThread(move.thread(), target, reason));
    } catch (LeverageException | FencedException e) {
      log.info("{} stays, it can't be captured now: {}", move.thread(), e.getMessage());
      immobile.keySet().removeIf(thread -> !workers.has(thread));
      immobile
          .computeIfAbsent(move.thread(), thread -> new Backoff())
          .declined(move.thread(), System.nanoTime());
    }
  }

  /** Answers whether a thread may come. */
  void offered(OfferThread offer) {
    String computer = ThreadId.parse(offer.thread()).computer();
    long now = System.nanoTime();
    long last = acceptedAt.get();
    boolean welcome =
        workers.isEnrolledIn(computer)
            && now - last >= SETTLING
            && host.welcomes(workers.capacity(), offer.speed())
            && acceptedAt.compareAndSet(last, now);
    if (!welcome) {
      throw new RefusedException(roles.context().name() + " has no room for it just now");
    }
  }
}
