package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.ConfigureWorker;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.FreezeThread;
import io.leverage.peer.internal.unit.UnitMessage.InspectThread;
import io.leverage.peer.internal.unit.UnitMessage.LockChanged;
import io.leverage.peer.internal.unit.UnitMessage.MailTaken;
import io.leverage.peer.internal.unit.UnitMessage.MailWaiting;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import io.leverage.peer.internal.unit.UnitMessage.StopThread;
import io.leverage.peer.internal.unit.UnitMessage.Taken;
import io.leverage.peer.internal.unit.UnitMessage.ThreadInsight;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker of one virtual computer on one peer: it runs virtual threads on as many carriers as it
 * has slots. It answers its peer's requests on the link that they come on.
 */
public final class Worker implements RequestHandler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final long TICK_MILLIS = 2;
  private static final long CALM_TICK_MILLIS = 6;
  private static final long SWEEP_MILLIS = 100;
  private static final int PER_SWEEP = 50;

  private final WorkerSettings settings;
  private final UserCode.Source source;
  private final Incarnations threads;
  private final ScheduledThreadPoolExecutor timer;
  private final ExecutorService writer;
  private @Nullable WorkerContext context;
  private @Nullable Endings endings;

  /**
   * Creates a worker.
   *
   * @param source where the classes of user code come from
   */
  public Worker(WorkerSettings settings, UserCode.Source source) {
    this.settings = settings;
    this.source = source;
    this.threads = new Incarnations(settings.threadsInMemory());
    this.timer = new ScheduledThreadPoolExecutor(1, daemon("leverage-worker-timer"));
    timer.setRemoveOnCancelPolicy(true);
    this.writer = Executors.newSingleThreadExecutor(daemon("leverage-worker-writer"));
  }

  static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  @Override
  public UnitMessage handle(Link peer, UnitMessage request) throws Exception {
    if (request instanceof ConfigureWorker configure) {
      return configure(peer, configure);
    } else if (request instanceof RunThread run) {
      return run(run);
    } else if (request instanceof FreezeThread freeze) {
      return freeze(freeze);
    } else if (request instanceof StopThread stop) {
      stop(stop);
      return new Done();
    } else if (request instanceof MailWaiting waiting) {
      lookForMail(waiting.thread());
      return new Done();
    } else if (request instanceof LockChanged changed) {
      VirtualThreadRun run = threads.running(changed.thread());
      if (run != null) {
        run.lockChanged();
      }
      return new Done();
    } else if (request instanceof MailTaken taken) {
      VirtualThreadRun run = threads.running(taken.thread());
      if (run != null) {
        run.room(List.of(new Taken(taken.receiver(), taken.next(), 0)));
      }
      return new Done();
    }
    if (request instanceof InspectThread inspect) {
      return inspect(inspect);
    }
    throw new RefusedException("a worker does not answer " + request.getClass().getSimpleName());
  }

  private synchronized UnitMessage configure(Link peer, ConfigureWorker request) {
    if (context != null) {
      throw new RefusedException("this worker is configured already");
    }
    UserCode code = source.load(request.assemblies());
    MailFetcher mail = new MailFetcher(peer, writer);
    WorkerContext made =
        new WorkerContext(
            peer,
            code.codec(),
            code.loader(),
            new Carriers(request.slots(), settings, code.loader()),
            mail,
            threads,
            timer,
            settings,
            System::nanoTime,
            new WorkerContext.Events(peer, writer));
    context = made;
    endings = new Endings(code.codec(), code.loader());
    WorkerReports reports = new WorkerReports(made, threads);
    var ticking = timer.schedule(() -> tick(made, reports), TICK_MILLIS, TimeUnit.MILLISECONDS);
    var sweeping =
        timer.scheduleWithFixedDelay(
            () -> sweep(made), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    var reporting =
        timer.scheduleWithFixedDelay(
            reports::report,
            WorkerReports.EVERY_MILLIS,
            WorkerReports.EVERY_MILLIS,
            TimeUnit.MILLISECONDS);
    return ticking.isCancelled() || sweeping.isCancelled() || reporting.isCancelled()
        ? closed()
        : new Done();
  }

  /** Looks after what runs: often while others queue or effects wait, else less so. */
  private void tick(WorkerContext made, WorkerReports reports) {
    boolean[] brisk = {made.carriers().hasWaiting()};
    try {
      reports.tick(made.now());
      made.carriers()
          .forEachRunning(
              run -> {
                run.tick(made.now());
                brisk[0] |= run.hasNews();
              });
    } finally {
      try {
        var unused =
            timer.schedule(
                () -> tick(made, reports),
                brisk[0] ? TICK_MILLIS : CALM_TICK_MILLIS,
                TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        LOG.debug("the worker is closed", e);
      }
    }
  }

  private UnitMessage run(RunThread request) {
    WorkerContext worker = configured();
    VirtualThreadRun run = incarnation(request, worker);
    Incarnation before = threads.get(request.thread());
    Incarnation current = threads.add(request.thread(), run);
    if (current.epoch() > request.epoch()) {
      throw new RefusedException(
          request.thread()
              + " runs here in epoch "
              + current.epoch()
              + "; epoch "
              + request.epoch()
              + " is over");
    }
    if (current == run) {
      if (before instanceof VirtualThreadRun old) {
        old.stop("superseded by epoch " + request.epoch());
      }
      run.begin();
    }
    return new Done();
  }

  private VirtualThreadRun incarnation(RunThread request, WorkerContext worker) {
    return new VirtualThreadRun(
        request, worker, endings(), gone -> threads.remove(gone.thread(), gone));
  }

  /** Freezes a thread; one that is parked is frozen already. */
  private UnitMessage freeze(FreezeThread request) throws Exception {
    while (true) {
      Incarnation current = threads.get(request.thread());
      if (current == null) {
        throw new RefusedException(request.thread() + " does not run on this worker (any more)");
      } else if (current instanceof VirtualThreadRun run && run.state() != RunState.PARKED) {
        return run.freeze(request.reason()).get();
      } else if (current instanceof ParkedThread parked) {
        threads.remove(request.thread(), parked);
        return new Done();
      }
    }
  }

  private UnitMessage inspect(InspectThread request) {
    Incarnation current = threads.get(request.thread());
    if (current == null) {
      throw new RefusedException(request.thread() + " does not run on this worker (any more)");
    }
    return current instanceof VirtualThreadRun run
        ? run.inspect()
        : new ThreadInsight("it waits for a message, and is not in memory meanwhile", 0, List.of());
  }

  private void stop(StopThread request) {
    Incarnation current = threads.get(request.thread());
    if (current instanceof VirtualThreadRun run) {
      run.stop(request.reason());
    } else if (current instanceof ParkedThread parked) {
      threads.remove(request.thread(), parked);
    }
  }

  private void lookForMail(String thread) {
    while (true) {
      Incarnation current = threads.get(thread);
      if (current instanceof ParkedThread parked) {
        configured().mail().want(new Awakening(thread, parked, this::resume));
        return;
      } else if (!(current instanceof VirtualThreadRun run)
          || run.mailWaiting()
          || run.state() != RunState.PARKED) {
        return;
      }
    }
  }

  private void resume(String thread, ParkedThread parked, List<Batch> mail) {
    VirtualThreadRun run = incarnation(parked.resumption(thread), configured());
    if (threads.unpark(thread, parked, run)) {
      run.begin(mail);
    }
  }

  private void sweep(WorkerContext worker) {
    worker.mail().sweep(worker.now());
    for (int i = 0;
        i < PER_SWEEP && !worker.mail().isBusy();
        i++) { // a notification may have been lost
      Map.Entry<String, Incarnation> next = threads.next();
      if (next == null) {
        return;
      } else if (next.getValue() instanceof ParkedThread) {
        lookForMail(next.getKey());
      }
    }
  }

  private synchronized WorkerContext configured() {
    if (context == null) {
      throw new RefusedException("the worker must be configured first");
    }
    return context;
  }

  private synchronized Endings endings() {
    if (endings == null) {
      throw new RefusedException("the worker must be configured first");
    }
    return endings;
  }

  private static UnitMessage closed() {
    throw new RefusedException("the worker is closed");
  }

  /** Lists the threads that this worker has now, in no order. */
  public List<String> threads() {
    return threads.names();
  }

  /** Counts the threads of which only the checkpoint is in memory. */
  int parked() {
    return threads.parked();
  }

  @Override
  public void closed(Link peer) {
    close();
  }

  /** Stops all threads; what is not committed is dropped. */
  @Override
  public void close() {
    timer.shutdownNow();
    threads.names().forEach(thread -> stop(new StopThread(thread, "the worker is closed")));
    synchronized (this) {
      if (context != null) {
        context.carriers().close();
      }
    }
    writer.shutdown();
  }
}
