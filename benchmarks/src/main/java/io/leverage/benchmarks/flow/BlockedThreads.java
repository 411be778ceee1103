package io.leverage.benchmarks.flow;

import io.leverage.peer.internal.deploy.ProcessWorkerLauncher;
import io.leverage.peer.internal.deploy.WorkerLauncher;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Batch;
import io.leverage.peer.internal.unit.UnitMessage.Commit;
import io.leverage.peer.internal.unit.UnitMessage.ConfigureWorker;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.FetchMessages;
import io.leverage.peer.internal.unit.UnitMessage.Mail;
import io.leverage.peer.internal.unit.UnitMessage.MailWaiting;
import io.leverage.peer.internal.unit.UnitMessage.RunThread;
import io.leverage.peer.internal.work.PooledCodec;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A worker process, as peers start it, whose threads all wait for a message. The peer is a stand-in
 * that acknowledges commits and keeps nothing: what a peer keeps of a thread is measured elsewhere.
 */
public final class BlockedThreads {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int ON_THE_WAY = 20_000;
  private static final int STARTING = 1_000; // a link turns away more than 4,096 requests at once
  private static final int WOKEN = 1_000;
  private static final double NANOS = 1e9;
  private static final String TASK = "io.leverage.benchmarks.flow.Waiter";

  private final int threads;
  private final Path program;
  private final Consumer<String> print;
  private final Semaphore onTheWay = new Semaphore(ON_THE_WAY);
  private final Semaphore starting = new Semaphore(STARTING);
  private final AtomicLong committed = new AtomicLong();
  private final Map<String, Integer> mail = new ConcurrentHashMap<>();
  private final Map<String, byte[]> results = new ConcurrentHashMap<>();
  private final CountDownLatch allCommitted;
  private final CountDownLatch allEnded = new CountDownLatch(WOKEN);
  private PooledCodec codec = new PooledCodec(BlockedThreads.class.getClassLoader());

  /**
   * Creates the measurement.
   *
   * @param program the folder of the preprocessed task
   */
  public BlockedThreads(int threads, Path program, Consumer<String> print) {
    this.threads = threads;
    this.program = program;
    this.print = print;
    this.allCommitted = new CountDownLatch(threads);
  }

  /**
   * Starts the threads, and wakes some of them.
   *
   * @param heap of the worker, as {@code -Xmx} takes it
   */
  public void run(String heap) throws Exception {
    ExecutorService executor = Executors.newCachedThreadPool();
    WorkerLauncher launcher =
        new ProcessWorkerLauncher(
            "io.leverage.peer.internal.work.WorkerMain",
            List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"),
            executor);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {url()});
        WorkerLauncher.Launched worker = launcher.launch("vc", new StandIn())) {
      codec = new PooledCodec(loader);
      Link link = worker.link();
      var unused =
          link.call(
              new ConfigureWorker("vc", List.of(program.toString()), 2), Done.class, PATIENCE);
      long began = System.nanoTime();
      start(link, loader);
      allCommitted.await();
      double seconds = (System.nanoTime() - began) / NANOS;
      line("%,d threads wait in receive, in a worker with -Xmx%s", threads, heap);
      line("%,.0f started, blocked and committed per second", threads / seconds);
      describeWorker();
      wake(link);
    } finally {
      executor.shutdownNow();
    }
  }

  private URL url() throws MalformedURLException {
    return program.toUri().toURL();
  }

  private void start(Link link, ClassLoader loader) throws Exception {
    Constructor<?> task = loader.loadClass(TASK).getConstructor(int.class);
    for (int i = 0; i < threads; i++) {
      onTheWay.acquire();
      byte[] image = codec.write(task.newInstance(i));
      starting.acquire();
      var unused =
          link.request(new RunThread("vc/waiter-" + i, 1, 0, image))
              .whenComplete(
                  (answer, failure) -> {
                    starting.release();
                    if (!(answer instanceof Done)) {
                      line("not started: %s %s", answer, failure);
                    }
                  });
    }
  }

  /** Wakes threads at random and checks that each goes on where it was. */
  private void wake(Link link) throws InterruptedException {
    Random random = new Random(1);
    while (mail.size() < WOKEN) {
      mail.put("vc/waiter-" + random.nextInt(threads), 0);
    }
    long began = System.nanoTime();
    mail.keySet().forEach(thread -> link.send(new MailWaiting(thread)));
    allEnded.await();
    double micros = (System.nanoTime() - began) / 1e3 / WOKEN;
    long wrong =
        results.entrySet().stream()
            .filter(
                result ->
                    !result
                        .getKey()
                        .equals("vc/waiter-" + ((Integer) codec.read(result.getValue()) - 1)))
            .count();
    line("%,d of them woken: %.0f us each; wrong results: %d", WOKEN, micros, wrong);
  }

  private void describeWorker() throws IOException {
    ProcessHandle worker = ProcessHandle.current().children().findFirst().orElseThrow();
    Path proc = Path.of("/proc", Long.toString(worker.pid()));
    if (Files.exists(proc)) {
      try (Stream<Path> tasks = Files.list(proc.resolve("task"));
          Stream<String> status = Files.lines(proc.resolve("status"))) {
        String resident = status.filter(one -> one.startsWith("VmRSS")).findFirst().orElse("");
        line("the worker has %d OS threads, %s", tasks.count(), resident);
      }
    }
  }

  private void line(String format, Object... values) {
    print.accept(String.format(Locale.ROOT, format, values));
  }

  private final class StandIn implements RequestHandler {
    @Override
    public UnitMessage handle(Link from, UnitMessage request) {
      if (request instanceof Commit commit) {
        commit(commit);
      } else if (request instanceof FetchMessages fetch) {
        return fetch(fetch);
      }
      return new Done();
    }

    private void commit(Commit commit) {
      if (commit.ending() != null && commit.ending().result() != null) {
        results.put(commit.thread(), commit.ending().result());
        allEnded.countDown();
      } else if (commit.sequence() == 1) {
        onTheWay.release();
        allCommitted.countDown();
        long count = committed.incrementAndGet();
        if (count == 1) {
          line("the image of one has %,d bytes", commit.image().length);
        }
        if (count % 100_000 == 0) {
          line("%,d", count);
        }
      }
    }

    private Mail fetch(FetchMessages fetch) {
      boolean has = mail.containsKey(fetch.thread()) && fetch.from().isEmpty();
      return new Mail(
          has ? List.of(new Batch("vc/postman", 0, List.of(codec.write(1)))) : List.of());
    }
  }
}
