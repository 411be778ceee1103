package io.leverage.peer.internal.work;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.UnitMessage.WorkerReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the peer once a second how many threads are in which state, if that has changed. */
final class WorkerReports {
  static final long EVERY_MILLIS = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(WorkerReports.class);
  private static final int MOST_NAMED = 64;
  private static final int MANY = 20_000;
  private static final int RARELY = 10;

  private final WorkerContext worker;
  private final Collection<VirtualThreadRun> runs;
  private final CarrierShare share;
  private @Nullable WorkerReport last;
  private int skipped;

  WorkerReports(WorkerContext worker, Collection<VirtualThreadRun> runs) {
    this.worker = worker;
    this.runs = runs;
    this.share = new CarrierShare(worker.now());
  }

  void tick(long now) {
    share.tick(now, worker.carriers());
  }

  void report() {
    if (runs.size() > MANY && ++skipped % RARELY != 0) {
      return;
    }
    WorkerReport report = make();
    if (!report.equals(last)) {
      last = report;
      worker.events().executor().execute(() -> send(report));
    }
  }

  private WorkerReport make() {
    int running = 0;
    int queued = 0;
    int blocked = 0;
    long mail = 0;
    List<String> runnable = new ArrayList<>();
    for (VirtualThreadRun run : runs) {
      RunState state = run.state();
      switch (state) {
        case RUNNING, COMMITTING -> running++;
        case QUEUED -> queued++;
        case BLOCKED -> blocked++;
        default -> {}
      }
      if ((state == RunState.RUNNING || state == RunState.QUEUED) && runnable.size() < MOST_NAMED) {
        runnable.add(run.thread());
      }
      mail += run.host().mailbox().size();
    }
    return new WorkerReport(
        running, queued, blocked, mail, share.take(worker.carriers()), runnable);
  }

  private void send(WorkerReport report) {
    try {
      worker.peer().send(report);
    } catch (UnreachableException e) {
      LOG.debug("the peer is gone, so nobody hears {}", report, e);
    }
  }
}
