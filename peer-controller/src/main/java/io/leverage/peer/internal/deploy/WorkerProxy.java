package io.leverage.peer.internal.deploy;

import io.leverage.LeverageException;
import io.leverage.RefusedException;
import io.leverage.ThreadState;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.checkpoint.Recovery;
import io.leverage.peer.internal.checkpoint.RolledBackException;
import io.leverage.peer.internal.record.ThreadRecord;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.unit.FencedException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.InspectThread;
import io.leverage.peer.internal.unit.UnitMessage.ReleaseThread;
import io.leverage.peer.internal.unit.UnitMessage.TakeThread;
import io.leverage.peer.internal.unit.UnitMessage.ThreadInsight;
import io.leverage.peer.internal.unit.UnitMessage.WorkerReport;
import io.leverage.peer.internal.watch.EventKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker proxy: one worker of this peer, as the peer sees it. It hands threads to the worker,
 * and answers for them: commits, mail and globals.
 */
final class WorkerProxy implements RequestHandler {
  private static final Logger log = LoggerFactory.getLogger(WorkerProxy.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration HAND_OVER = Duration.ofSeconds(8);
  private static final Duration INSPECTION = Duration.ofSeconds(2);

  private final String computer;
  private final Roles roles;
  private final Consumer<WorkerProxy> onLost;
  private final WorkerLauncher.Launched worker;
  private final Map<String, HostedThread> hosted = new ConcurrentHashMap<>();
  private final Dispatcher dispatcher;
  private volatile WorkerReport report = new WorkerReport(0, 0, 0, 0, -1, List.of());
  private volatile boolean dismissed;

  /** Starts a worker and waits until it is ready. */
  WorkerProxy(String computer, List<String> files, Roles roles, Consumer<WorkerProxy> onLost) {
    this.computer = computer;
    this.roles = roles;
    this.onLost = onLost;
    this.dispatcher =
        new Dispatcher("a peer's side of a worker")
            .act(Commit.class, this::commit)
            .act(WorkerReport.class, received -> report = received);
    new WorkerRequests(computer, roles, hosted).addTo(dispatcher);
    this.worker = roles.launcher().launch(computer, this);
    try {
      Done ready =
          worker
              .link()
              .call(
                  new UnitMessage.ConfigureWorker(computer, files, roles.context().slots()),
                  Done.class,
                  PATIENCE);
      log.debug("worker of {}: {}", computer, ready);
    } catch (UnreachableException e) {
      worker.close();
      throw new UnreachableException(
          String.format(Locale.ROOT, "%s: %s", e.getMessage(), worker.obituary()), e);
    } catch (RuntimeException e) {
      worker.close();
      throw e;
    }
  }

  int load() {
    return hosted.size();
  }

  /** Gets for whom it works. */
  String computer() {
    return computer;
  }

  boolean has(String thread) {
    return hosted.containsKey(thread);
  }

  /** Gets how many threads run or are ready to, by the worker's last report. */
  int runnable() {
    return Math.min(load(), report.running() + report.queued());
  }

  /** Lists threads that run or are ready to, as far as the worker's last report names them. */
  List<Balancer.Candidate> candidates() {
    List<Balancer.Candidate> all = new ArrayList<>();
    for (String thread : report.runnable()) {
      HostedThread running = hosted.get(thread);
      if (running != null) {
        all.add(
            new Balancer.Candidate(thread, running.bytes(), running.since(), running.epoch() - 1));
      }
    }
    return all;
  }

  /** Gets what the worker reported last. */
  WorkerReport report() {
    return report;
  }

  /** Asks the worker what a thread does. */
  ThreadInsight inspect(InspectThread request) {
    return worker.link().call(request, ThreadInsight.class, INSPECTION);
  }

  /** Claims a thread and hands it to the worker. */
  void take(TakeThread request) {
    long began = System.nanoTime();
    String thread = request.thread();
    Recovery.Claimed claimed = claim(request);
    long epoch = claimed.record().epoch();
    hosted.put(thread, new HostedThread(epoch, claimed.committer(), claimed.image().length));
    try {
      var unused =
          worker
              .link()
              .call(
                  new UnitMessage.RunThread(
                      thread, epoch, claimed.record().sequence(), claimed.image()),
                  Done.class,
                  PATIENCE);
      roles.watch().resumed(began);
    } catch (RefusedException e) {
      hosted.remove(thread);
      var unused =
          roles
              .recovery()
              .stop(thread, ThreadState.FAILED, "its worker refused it: " + e.getMessage());
      roles.changed(thread);
      throw e;
    } catch (RuntimeException e) {
      if (hosted.remove(thread) != null) {
        roles.releases().release(thread, epoch, "its worker did not take it", true);
      }
      throw e;
    }
  }

  private Recovery.Claimed claim(TakeThread request) {
    try {
      return roles
          .recovery()
          .claim(
              new Recovery.Claim(
                  request.thread(),
                  request.epoch(),
                  roles.self(),
                  roles.context().name(),
                  request.reason()),
              request.record().length == 0 ? null : ThreadTable.Known.of(request.record()));
    } catch (UnreachableException e) {
      // The claim may have taken effect, or its effects may not be published yet.
      roles
          .releases()
          .release(
              request.thread(),
              request.epoch() + 1,
              "could not be claimed: " + e.getMessage(),
              false);
      throw e;
    }
  }

  /** Freezes a thread after a last commit and gives it back. */
  void release(ReleaseThread request) {
    String thread = request.thread();
    HostedThread running = hosted.get(thread);
    if (running == null) {
      throw new FencedException(
          String.format(Locale.ROOT, "%s does not run on %s", thread, roles.context().name()));
    }
    try {
      var unused =
          worker
              .link()
              .call(new UnitMessage.FreezeThread(thread, request.reason()), Done.class, PATIENCE);
      roles.watch().migrated();
    } catch (UnreachableException e) { // it may be frozen or not: what follows fences it
      log.warn("{} goes back to its last checkpoint: {}", thread, e.getMessage());
      stop(thread, request.reason());
    }
    hosted.remove(thread);
    roles
        .recovery()
        .release(
            thread, running.epoch(), roles.self(), request.destination(), request.reason(), false);
    roles.changed(thread);
  }

  /** Runs a thread no more: another incarnation has gone on, or it has ended. */
  void drop(String thread, String reason) {
    HostedThread running = hosted.remove(thread);
    if (running != null) {
      roles.watch().fenced(thread, running.epoch(), reason);
      stop(thread, reason);
    }
  }

  private void stop(String thread, String reason) {
    var unused = worker.link().request(new UnitMessage.StopThread(thread, reason));
  }

  /** Tells the worker that a thread may go on: there is mail, or room for mail, or its lock. */
  void wake(String thread, UnitMessage news) {
    if (hosted.containsKey(thread)) {
      worker.link().send(news);
    }
  }

  /** Freezes all threads and gives them back; those that can't be frozen soon as they last were. */
  void handOver(String reason) {
    try {
      freezeAll(reason).get(HAND_OVER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      log.info("not all threads of {} could be captured in time", computer, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Map.Entry<String, HostedThread> entry : Map.copyOf(hosted).entrySet()) {
      if (hosted.remove(entry.getKey(), entry.getValue())) {
        stop(entry.getKey(), reason);
        roles
            .releases()
            .release(
                entry.getKey(),
                entry.getValue().epoch(),
                reason + "; it could not be captured in time",
                false);
        roles.changed(entry.getKey());
      }
    }
  }

  /** Freezes all threads and gives them back. */
  void giveBack(String reason) {
    freezeAll(reason).join();
  }

  private CompletableFuture<Void> freezeAll(String reason) {
    CompletableFuture<?>[] releases =
        hosted.keySet().stream()
            .map(
                thread ->
                    CompletableFuture.runAsync(() -> giveBack(thread, reason), roles.executor()))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(releases);
  }

  private void giveBack(String thread, String reason) {
    HostedThread running = hosted.get(thread);
    try {
      release(new ReleaseThread(thread, "", reason));
    } catch (LeverageException | FencedException e) {
      log.info("{} goes back to its last checkpoint: {}", thread, e.getMessage());
      if (running != null && hosted.remove(thread, running)) {
        roles.releases().release(thread, running.epoch(), reason, false);
        roles.changed(thread);
      }
    }
  }

  /** Ends the worker at once. */
  void close() {
    dismissed = true;
    worker.close();
  }

  private void commit(Commit commit) {
    HostedThread running = hosted.get(commit.thread());
    if (running == null || running.epoch() != commit.epoch()) {
      throw new FencedException(
          String.format(
              Locale.ROOT, "epoch %d of %s does not run here", commit.epoch(), commit.thread()));
    }
    long began = System.nanoTime();
    try {
      running.committer().commit(commit, running.takeEvents());
      running.setBytes(commit.image().length);
      roles.watch().committed(began, commit.image().length, sent(commit));
    } catch (RolledBackException e) {
      giveUp(commit.thread(), running, "its mesh was split");
      throw e;
    } catch (FencedException e) {
      if (hosted.remove(commit.thread(), running)) {
        ThreadRecord mine = running.committer().last();
        roles
            .executor()
            .execute(() -> roles.releases().noteStopped(commit.thread(), mine, stopped(mine)));
      }
      roles.watch().fenced(commit.thread(), commit.epoch(), String.valueOf(e.getMessage()));
      throw e;
    }
    if (commit.ending() != null) {
      hosted.remove(commit.thread(), running);
    }
    if (commit.ending() != null || !commit.partialResults().isEmpty()) {
      // The thread goes on meanwhile; who isn't told looks by itself before long.
      roles.executor().execute(() -> roles.changed(commit.thread()));
    }
  }

  /**
   * Stops incarnations that another one has overtaken, also those that wait and so don't commit:
   * this peer may have been on the other side of a split mesh.
   */
  void audit() {
    for (Map.Entry<String, HostedThread> entry : Map.copyOf(hosted).entrySet()) {
      String thread = entry.getKey();
      HostedThread running = entry.getValue();
      ThreadRecord mine = running.committer().last();
      Optional<ThreadRecord> present = roles.threads().find(thread);
      if (present.filter(record -> record.sequence() >= mine.sequence() || record.over()).isEmpty()
          && present.filter(record -> running.isOf(record, roles.self())).isPresent()) {
        giveUp(thread, running, "its mesh was split");
      } else if (present.filter(record -> running.isOf(record, roles.self())).isEmpty()
          && hosted.remove(thread, running)) {
        stop(thread, "another incarnation of it has gone on");
        roles.releases().noteStopped(thread, mine, stopped(mine));
      }
    }
  }

  /** Gives a thread back whose history is not the one that this peer has. */
  private void giveUp(String thread, HostedThread running, String reason) {
    if (hosted.remove(thread, running)) {
      stop(thread, reason);
      roles.releases().note(thread, stopped(running.committer().last()));
      roles.releases().release(thread, running.epoch(), reason, false);
      roles.changed(thread);
    }
  }

  private String stopped(ThreadRecord last) {
    return String.format(
        Locale.ROOT,
        "incarnation %d on %s was stopped: another one has gone on; it had come to checkpoint %d of"
            + " %s, and what it did since they parted is void",
        last.epoch(),
        roles.context().name(),
        last.sequence(),
        last.committed());
  }

  private static int sent(Commit commit) {
    return commit.outbox().stream().mapToInt(out -> out.batch().payloads().size()).sum();
  }

  @Override
  public UnitMessage handle(Link from, UnitMessage request) throws Exception {
    return dispatcher.handle(from, request);
  }

  @Override
  public void closed(Link from) {
    onLost.accept(this);
    if (dismissed) {
      return;
    }
    String obituary = worker.obituary();
    roles
        .watch()
        .happened(
            EventKind.WORKER_LOST,
            computer,
            String.format(
                Locale.ROOT, "%s; %d threads go back to their last checkpoints", obituary, load()));
    for (Map.Entry<String, HostedThread> entry : Map.copyOf(hosted).entrySet()) {
      if (hosted.remove(entry.getKey(), entry.getValue())) {
        roles.releases().release(entry.getKey(), entry.getValue().epoch(), obituary, true);
        roles.changed(entry.getKey());
      }
    }
  }
}
