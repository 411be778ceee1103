package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.unit.UnitMessage.WorkerReport;
import io.leverage.peer.internal.watch.Meters;
import java.util.function.ToLongFunction;

/** What is measured of a peer's roles. */
final class RoleMeters {
  private static final String THREADS = "leverage.threads";
  private static final String THREADS_MEANING = "virtual threads that this peer has, by state";

  private final Roles roles;
  private final LocalWorkers workers;

  RoleMeters(Roles roles, LocalWorkers workers) {
    this.roles = roles;
    this.workers = workers;
  }

  void register() {
    Meters meters = roles.watch().meters();
    meters.gauge(THREADS, THREADS_MEANING, sum(WorkerReport::running)::get, "state", "running");
    meters.gauge(THREADS, THREADS_MEANING, sum(WorkerReport::queued)::get, "state", "queued");
    meters.gauge(THREADS, THREADS_MEANING, sum(WorkerReport::blocked)::get, "state", "blocked");
    meters.gauge(
        "leverage.mailbox.messages",
        "messages that were fetched for this peer's threads and not taken",
        sum(WorkerReport::mail)::get);
    meters.gauge(
        "leverage.workers", "worker processes of this peer", () -> workers.workers().size());
    meters.gauge(
        "leverage.peers",
        "peers of the mesh that this peer sees",
        () -> roles.context().mesh().peers().size());
    meters.gauge("leverage.slots", "virtual threads run at once", () -> roles.context().slots());
    meters.gauge(
        "leverage.speed",
        "what one running thread gets done here; 1 is an ordinary processor of its own",
        () -> roles.context().pace().speed());
  }

  @FunctionalInterface
  private interface Sum {
    double get();
  }

  private Sum sum(ToLongFunction<WorkerReport> part) {
    return () -> workers.workers().stream().map(WorkerProxy::report).mapToLong(part).sum();
  }
}
