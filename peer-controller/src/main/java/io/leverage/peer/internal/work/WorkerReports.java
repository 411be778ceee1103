package io.leverage.peer.internal.work;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.UnitMessage.WorkerReport;
import java.util.ArrayList;
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
  private final Incarnations threads;
  private final CarrierShare share;
  private @Nullable WorkerReport last;
  private int skipped;

  WorkerReports(WorkerContext worker, Incarnations threads) {
    this.worker = worker;
    this.threads = threads;
    this.share = new CarrierShare(worker.now());
  }

  void tick(long now) {
    share.tick(now, worker.carriers());
  }

  void report() {
    if (threads.parked() > MANY && ++skipped % RARELY != 0) {
      return;
    }
    WorkerReport report = make();
    if (!report.equals(last)) {
      last = report;
      worker.events().executor().execute(() -> send(report));
    }
  }

  @SuppressWarnings("EnumOrdinal") // an index into a local array
  private WorkerReport make() {
    int[] counts = new int[RunState.values().length];
    long[] mail = {0};
    List<String> runnable = new ArrayList<>();
    threads.forEachInMemory(
        run -> {
          RunState state = run.state();
          counts[state.ordinal()]++;
          boolean ready = state == RunState.RUNNING || state == RunState.QUEUED;
          if (ready && runnable.size() < MOST_NAMED) {
            runnable.add(run.thread());
          }
          mail[0] += run.host().mailbox().size();
        });
    return new WorkerReport(
        counts[RunState.RUNNING.ordinal()] + counts[RunState.COMMITTING.ordinal()],
        counts[RunState.QUEUED.ordinal()],
        counts[RunState.BLOCKED.ordinal()] + counts[RunState.PARKED.ordinal()] + threads.parked(),
        mail[0],
        share.take(worker.carriers()),
        runnable);
  }

  private void send(WorkerReport report) {
    try {
      worker.peer().send(report);
    } catch (UnreachableException e) {
      LOG.debug("the peer is gone, so nobody hears {}", report, e);
    }
  }
}
