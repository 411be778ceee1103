package io.leverage.peer.internal.deploy;

import io.leverage.LeverageException;
import io.leverage.RefusedException;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which clients of this peer are attached to which virtual computers: those that opened one, or
 * started, awaited or watched a thread of it.
 *
 * <p>A virtual computer whose last client here went without closing it is closed after a grace,
 * unless a client is attached to it by then at any peer; else its workers would be kept for ever.
 */
final class Attachments {
  private static final Logger log = LoggerFactory.getLogger(Attachments.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Roles roles;
  private final Deployer deployer;
  private final Duration length;
  private final Grace grace;
  private final Map<String, Set<Link>> clients = new ConcurrentHashMap<>();

  Attachments(Roles roles, Deployer deployer, Duration grace) {
    this.roles = roles;
    this.deployer = deployer;
    this.length = grace;
    this.grace = new Grace(grace, System::nanoTime);
  }

  /** Attaches a client to a virtual computer, if that is open. */
  void attach(Link client, String computer) {
    if (clients.getOrDefault(computer, Set.of()).contains(client)
        || roles.computers().findOpen(computer).isEmpty()) {
      return;
    }
    clients.compute(
        computer,
        (c, present) -> {
          Set<Link> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(client);
          return all;
        });
    if (!client.isOpen()) {
      closed(client);
    }
  }

  /** Says that a client has gone. */
  void closed(Link client) {
    for (String computer : clients.keySet()) {
      boolean[] last = {false};
      clients.computeIfPresent(
          computer,
          (c, all) -> {
            last[0] = all.remove(client) && all.isEmpty();
            return all.isEmpty() ? null : all;
          });
      if (last[0]) {
        lookLater(computer);
      }
    }
  }

  /** Counts the clients that are attached here. */
  UnitMessage.Count count(UnitMessage.CountClients request) {
    return new UnitMessage.Count(clients.getOrDefault(request.computer(), Set.of()).size());
  }

  /**
   * Closes a virtual computer after the grace, unless it has a client somewhere by then. To ask
   * again begins the grace again: when the mesh has changed, its client may be out of reach for a
   * while.
   */
  void lookLater(String computer) {
    if (grace.begin(computer)) {
      schedule(computer, length.toNanos());
    }
  }

  /**
   * Says that peers have come or gone: clients of those that went may be on their way to others.
   */
  void meshChanged() {
    grace.beginAgain();
  }

  private void schedule(String computer, long nanos) {
    var later =
        roles
            .context()
            .timer()
            .schedule(
                () -> roles.executor().execute(() -> look(computer)), nanos, TimeUnit.NANOSECONDS);
    log.debug("{} may have no client; looking again in {}", computer, later);
  }

  private void look(String computer) {
    long left = grace.left(computer);
    if (left > 0) {
      schedule(computer, left);
      return;
    }
    try {
      if (roles.computers().findOpen(computer).isPresent() && !isAttachedAnywhere(computer)) {
        deployer.close(
            computer, "its client went without closing it, and no other client is attached");
      }
    } catch (RefusedException e) {
      log.debug("{} was closed meanwhile", computer, e);
    } catch (LeverageException e) { // it may be attached where nobody answers now
      log.info("{} may have lost its last client, looking again: {}", computer, e.getMessage());
      lookLater(computer);
    }
  }

  private boolean isAttachedAnywhere(String computer) {
    UnitMessage question = new UnitMessage.CountClients(computer);
    List<CompletableFuture<UnitMessage>> answers =
        roles.context().mesh().peers().stream()
            .map(PeerInfo::id)
            .map(peer -> roles.units().request(peer, question, PATIENCE))
            .toList();
    return answers.stream()
        .anyMatch(answer -> Failures.expect(UnitMessage.Count.class, answer.join()).value() > 0);
  }
}
