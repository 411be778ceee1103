package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.ConfigureWorker;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.FreezeThread;
import io.leverage.peer.internal.unit.UnitMessage.InspectThread;
import io.leverage.peer.internal.unit.UnitMessage.MailWaiting;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import io.leverage.peer.internal.unit.UnitMessage.StopThread;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The worker of one virtual computer on one peer: it runs virtual threads on as many carriers as it
 * has slots. It answers its peer's requests on the link that they come on.
 */
public final class Worker implements RequestHandler, AutoCloseable {
  private static final long TICK_MILLIS = 2;
  private static final long SWEEP_MILLIS = 100;

  private final WorkerSettings settings;
  private final UserCode.Source source;
  private final Map<String, VirtualThreadRun> runs = new ConcurrentHashMap<>();
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
      return find(freeze.thread()).freeze(freeze.reason()).get();
    } else if (request instanceof StopThread stop) {
      VirtualThreadRun run = runs.get(stop.thread());
      if (run != null) {
        run.stop(stop.reason());
      }
      return new Done();
    } else if (request instanceof MailWaiting waiting) {
      VirtualThreadRun run = runs.get(waiting.thread());
      if (run != null) {
        configured().mail().want(run);
      }
      return new Done();
    }
    if (request instanceof InspectThread inspect) {
      return find(inspect.thread()).inspect();
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
            timer,
            settings,
            System::nanoTime,
            new WorkerContext.Events(peer, writer));
    context = made;
    endings = new Endings(code.codec(), code.loader());
    WorkerReports reports = new WorkerReports(made, runs.values());
    var ticking =
        timer.scheduleWithFixedDelay(
            () -> {
              reports.tick(made.now());
              made.carriers().forEachRunning(run -> run.tick(made.now()));
            },
            TICK_MILLIS,
            TICK_MILLIS,
            TimeUnit.MILLISECONDS);
    var sweeping =
        timer.scheduleWithFixedDelay(
            () -> mail.sweep(made.now()), SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
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

  private UnitMessage run(RunThread request) {
    WorkerContext worker = configured();
    VirtualThreadRun run =
        new VirtualThreadRun(request, worker, endings(), gone -> runs.remove(gone.thread(), gone));
    VirtualThreadRun before = runs.get(request.thread());
    VirtualThreadRun current =
        runs.merge(
            request.thread(), run, (old, fresh) -> old.epoch() < fresh.epoch() ? fresh : old);
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
      if (before != null) {
        before.stop("superseded by epoch " + request.epoch());
      }
      run.begin();
    }
    return new Done();
  }

  private VirtualThreadRun find(String thread) {
    VirtualThreadRun run = runs.get(thread);
    if (run == null) {
      throw new RefusedException(thread + " does not run on this worker (any more)");
    }
    return run;
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
    return List.copyOf(runs.keySet());
  }

  @Override
  public void closed(Link peer) {
    close();
  }

  /** Stops all threads; what is not committed is dropped. */
  @Override
  public void close() {
    timer.shutdownNow();
    List.copyOf(runs.values()).forEach(run -> run.stop("the worker is closed"));
    synchronized (this) {
      if (context != null) {
        context.carriers().close();
      }
    }
    writer.shutdown();
  }
}
