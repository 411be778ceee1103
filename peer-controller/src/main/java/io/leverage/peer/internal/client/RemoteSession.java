package io.leverage.peer.internal.client;

import io.leverage.GlobalVariable;
import io.leverage.LeverageException;
import io.leverage.RefusedException;
import io.leverage.ThreadState;
import io.leverage.UnreachableException;
import io.leverage.continuation.ContinuationHost;
import io.leverage.continuation.MobileTask;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AwaitThread;
import io.leverage.peer.internal.unit.UnitMessage.CancelThread;
import io.leverage.peer.internal.unit.UnitMessage.CloseComputer;
import io.leverage.peer.internal.unit.UnitMessage.ComputerOpened;
import io.leverage.peer.internal.unit.UnitMessage.Count;
import io.leverage.peer.internal.unit.UnitMessage.CountWorkers;
import io.leverage.peer.internal.unit.UnitMessage.DescribeThread;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.EnrolWorkers;
import io.leverage.peer.internal.unit.UnitMessage.MissingAssemblies;
import io.leverage.peer.internal.unit.UnitMessage.OfferAssemblies;
import io.leverage.peer.internal.unit.UnitMessage.OpenComputer;
import io.leverage.peer.internal.unit.UnitMessage.PartialResult;
import io.leverage.peer.internal.unit.UnitMessage.StartThread;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import io.leverage.peer.internal.work.Codec;
import io.leverage.peer.internal.work.Globals;
import io.leverage.peer.internal.work.NotMobile;
import io.leverage.peer.internal.work.PooledCodec;
import io.leverage.spi.Access;
import io.leverage.spi.ComputerSession;
import io.leverage.spi.GlobalUpdate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A virtual computer as a client sees it, over its link to one peer. */
final class RemoteSession implements ComputerSession, RequestHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteSession.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 500;

  private final Codec codec = new PooledCodec(userLoader());
  private final ExecutorService executor = Executors.newCachedThreadPool(LibraryThread::new);
  private final Link peer;
  private final Runnable onClose;
  private final String id;
  private final Map<String, ThreadStatus> ends = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<UnitMessage>> awaited = new ConcurrentHashMap<>();
  private final PartialResults partialResults;
  private final Globals globals;
  private final Object updating = new Object();
  private long updates;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** A thread of this library; it keeps no program alive. */
  private static final class LibraryThread extends Thread {
    LibraryThread(Runnable work) {
      super(work, "leverage-client");
      setDaemon(true);
    }
  }

  private RemoteSession(
      BiFunction<Executor, RequestHandler, Link> connector,
      int workers,
      List<Assembly> program,
      Runnable onClose) {
    this.onClose = onClose;
    this.peer = connector.apply(executor, this);
    this.globals = new Globals("client-" + UUID.randomUUID(), peer, codec);
    try {
      List<String> hashes = program.stream().map(Assembly::hash).toList();
      MissingAssemblies missing = call(new OfferAssemblies(hashes), MissingAssemblies.class);
      program.stream()
          .filter(assembly -> missing.hashes().contains(assembly.hash()))
          .forEach(assembly -> assembly.send(peer));
      this.id = call(new OpenComputer(workers, hashes), ComputerOpened.class).computer();
      this.partialResults = new PartialResults(id, peer, codec);
    } catch (RuntimeException e) {
      peer.close();
      executor.shutdown();
      throw e;
    }
  }

  /**
   * Opens a virtual computer.
   *
   * @param connector opens the link to the peer
   * @param program its jars in class path order
   * @param onClose called once, after the session has closed
   */
  static RemoteSession open(
      BiFunction<Executor, RequestHandler, Link> connector,
      int workers,
      List<Assembly> program,
      Runnable onClose) {
    return new RemoteSession(connector, workers, program, onClose);
  }

  private static ClassLoader userLoader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : RemoteSession.class.getClassLoader();
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public void enrol(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("a virtual computer needs at least 1 worker: " + workers);
    }
    call(new EnrolWorkers(id, workers), Done.class);
  }

  @Override
  public int workers() {
    return call(new CountWorkers(id), Count.class).value();
  }

  @Override
  public void start(String name, Object task) {
    if (name.isBlank()) {
      throw new RefusedException("a virtual thread needs a name that is not blank");
    }
    if (!(task instanceof MobileTask)) {
      throw NotMobile.refusal(task);
    }
    call(new StartThread(full(name), codec.write(task)), Done.class);
  }

  @Override
  public ThreadState state(String name) {
    ThreadStatus end = ends.get(name);
    return ThreadState.valueOf(
        (end != null ? end : call(new DescribeThread(full(name)), ThreadStatus.class)).state());
  }

  @Override
  public boolean await(String name, @Nullable Duration timeout) throws InterruptedException {
    long limit = timeout == null ? Long.MAX_VALUE : Math.max(0, timeout.toNanos());
    long begun = System.nanoTime();
    while (!ends.containsKey(name)) {
      long left = limit - (System.nanoTime() - begun);
      // One question for all who wait, and for those who wait again after a time-out.
      CompletableFuture<UnitMessage> asked =
          awaited.computeIfAbsent(name, n -> peer.request(new AwaitThread(full(n))));
      try {
        UnitMessage answer = asked.get(left, TimeUnit.NANOSECONDS);
        awaited.remove(name, asked);
        if (!isTransient(answer)) {
          ends.put(name, Failures.expect(ThreadStatus.class, answer));
        } else if (left <= 0 || pause()) {
          return false;
        }
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) {
        awaited.remove(name, asked);
        throw lost(e);
      } catch (RuntimeException e) {
        throw explained(e);
      }
    }
    partialResults.drain(name);
    return true;
  }

  private boolean isTransient(UnitMessage answer) {
    return answer instanceof UnitMessage.Failed failed
        && failed.kind() == UnitMessage.Failed.Kind.UNREACHABLE
        && peer.isOpen();
  }

  /** Waits a little; returns early, with true, if the session closes. */
  private boolean pause() throws InterruptedException {
    return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private final CountDownLatch closing = new CountDownLatch(1);

  @Override
  public @Nullable Object result(String name) {
    ThreadStatus end = ends.get(name);
    if (end == null) {
      end = call(new DescribeThread(full(name)), ThreadStatus.class);
    }
    return ThreadEnd.result(end, codec);
  }

  @Override
  public void cancel(String name) {
    call(new CancelThread(full(name)), Done.class);
  }

  @Override
  public void onPartialResult(String name, Consumer<Object> listener) {
    partialResults.listen(name, listener);
    ends.remove(name); // the peer tells the end again, after what the listener has still to get
  }

  @Override
  public Optional<Object> partialResult(String name) {
    return partialResults.newest(name);
  }

  @Override
  public <T> T read(GlobalVariable<T> variable) {
    try {
      return globals.read(variable);
    } catch (RuntimeException e) {
      throw explained(e);
    }
  }

  @Override
  public @Nullable Object update(GlobalUpdate update) {
    // One at a time: the numbers of one writer's updates are applied in their order.
    synchronized (updating) {
      update.number = ++updates;
      long end = System.nanoTime() + TIMEOUT.toNanos();
      while (true) {
        Object value = globals.apply(update);
        if (value != ContinuationHost.PENDING) {
          return value;
        }
        if (!peer.isOpen() || System.nanoTime() - end > 0) {
          throw new UnreachableException(
              "the mesh did not answer the "
                  + update.describe()
                  + "; it may have been applied: read the variable before you try again");
        }
        try {
          pause();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new UnreachableException("interrupted in the " + update.describe(), e);
        }
      }
    }
  }

  @Override
  public UnitMessage handle(Link from, UnitMessage message) throws InterruptedException {
    if (message instanceof PartialResult result) {
      partialResults.arrived(result);
      return new Done();
    }
    throw new RefusedException("a client does not answer " + message.getClass().getSimpleName());
  }

  @Override
  public void closed(Link from) {
    LOG.debug("the link of {} to {} is closed", id, from.name());
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    closing.countDown();
    Access.closed(id);
    try {
      call(new CloseComputer(id), Done.class);
    } catch (LeverageException e) {
      LOG.warn("{} could not be closed in an orderly way: {}", id, e.getMessage());
    } finally {
      peer.close();
      partialResults.close();
      executor.shutdown();
      onClose.run();
    }
  }

  private <T extends UnitMessage> T call(UnitMessage request, Class<T> expected) {
    try {
      return peer.call(request, expected, TIMEOUT);
    } catch (RuntimeException e) {
      throw explained(e);
    }
  }

  private RuntimeException explained(RuntimeException e) {
    return e instanceof UnreachableException && !peer.isOpen() ? lost(e) : e;
  }

  private UnreachableException lost(Exception cause) {
    return new UnreachableException(
        "the link to "
            + peer.name()
            + " was lost: the virtual threads of "
            + id
            + " may go on at other peers. Look with 'leverage ps --peer host:port' at another peer, or start the program again",
        cause);
  }

  private String full(String name) {
    return id + "/" + name;
  }
}
