package io.leverage.peer.internal.client;

import io.leverage.GlobalVariable;
import io.leverage.LeverageException;
import io.leverage.RefusedException;
import io.leverage.ThreadState;
import io.leverage.UnreachableException;
import io.leverage.continuation.ContinuationHost;
import io.leverage.continuation.MobileTask;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.AttachComputer;
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
import io.leverage.spi.TaskFarm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A virtual computer as a client sees it, through whichever peer it can reach. */
final class RemoteSession implements ComputerSession, RequestHandler {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteSession.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration PARTING = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 500;

  private final Codec codec = new PooledCodec(userLoader());
  private final ExecutorService executor = Executors.newCachedThreadPool(LibraryThread::new);
  private final MeshConnection mesh;
  private final Runnable onClose;
  private final String id;
  private final Map<String, End> ends = new ConcurrentHashMap<>();
  private final Map<String, MeshConnection.Sent> awaited = new ConcurrentHashMap<>();
  private final PartialResults partialResults;
  private final Globals globals;
  private final TaskCrews crews;
  private final String client = "client-" + UUID.randomUUID();
  private final AtomicLong started = new AtomicLong();
  private final Object updating = new Object();
  private long updates;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** How a thread ended, and the link on which its last partial results came before that. */
  private record End(ThreadStatus status, Link link) {}

  /** A thread of this library; it keeps no program alive. */
  private static final class LibraryThread extends Thread {
    LibraryThread(Runnable work) {
      super(work, "leverage-client");
      setDaemon(true);
    }
  }

  private RemoteSession(
      List<PeerAddress> peers,
      MeshConnection.Connector connector,
      int workers,
      List<Assembly> program,
      Runnable onClose) {
    this.onClose = onClose;
    this.mesh = new MeshConnection(peers, connector, executor, this);
    this.globals = new Globals(client, mesh, codec);
    this.crews = new TaskCrews(this, executor);
    try {
      List<String> hashes = program.stream().map(Assembly::hash).toList();
      MissingAssemblies missing = call(new OfferAssemblies(hashes), MissingAssemblies.class);
      program.stream()
          .filter(assembly -> missing.hashes().contains(assembly.hash()))
          .forEach(assembly -> assembly.send(mesh));
      this.id = call(new OpenComputer(workers, hashes), ComputerOpened.class).computer();
      this.partialResults = new PartialResults(id, mesh, codec, this::tell);
      mesh.onConnected(this::attach);
    } catch (RuntimeException e) {
      mesh.close();
      executor.shutdown();
      throw e;
    }
  }

  /**
   * Opens a virtual computer.
   *
   * @param peers those to begin with, in the order in which they are tried
   * @param connector opens the link to a peer
   * @param program its jars in class path order
   * @param onClose called once, after the session has closed
   */
  static RemoteSession open(
      List<PeerAddress> peers,
      MeshConnection.Connector connector,
      int workers,
      List<Assembly> program,
      Runnable onClose) {
    return new RemoteSession(peers, connector, workers, program, onClose);
  }

  private void attach(Link peer) {
    peer.call(new AttachComputer(id), Done.class, TIMEOUT);
    partialResults.watchAgain(peer);
  }

  /** Sends what is said again before long. */
  private void tell(UnitMessage message) {
    try {
      var unused = mesh.request(message, Duration.ZERO);
    } catch (UnreachableException e) {
      LOG.debug("{} is not told now", id, e);
    }
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
    start(name, codec.write(task));
  }

  /** Starts a thread of several tasks. */
  void start(String name, byte[][] tasks) {
    start(name, codec.write(tasks));
  }

  private void start(String name, byte[] image) {
    String request = client + "/" + started.incrementAndGet();
    call(new StartThread(full(name), request, image), Done.class);
  }

  @Override
  public TaskFarm farm() {
    return crews;
  }

  Codec codec() {
    return codec;
  }

  @Override
  public ThreadState state(String name) {
    return ThreadState.valueOf(status(name).state());
  }

  @Override
  public boolean await(String name, @Nullable Duration timeout) throws InterruptedException {
    long limit = timeout == null ? Long.MAX_VALUE : Math.max(0, timeout.toNanos());
    long begun = System.nanoTime();
    while (!ends.containsKey(name)) {
      long left = limit - (System.nanoTime() - begun);
      // One question for all who wait, and for those who wait again after a time-out.
      MeshConnection.Sent asked = awaited.get(name);
      try {
        if (asked == null) {
          asked = awaitEnd(name, left);
        }
        UnitMessage answer = asked.answer().get(left, TimeUnit.NANOSECONDS);
        awaited.remove(name, asked);
        if (!isTransient(answer)) {
          ends.put(name, new End(Failures.expect(ThreadStatus.class, answer), asked.link()));
        } else if (left <= 0 || pause()) {
          return false;
        }
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException e) { // the link broke: ask again, at another peer
        awaited.remove(name, asked);
      }
    }
    End end = ends.get(name);
    if (end != null) {
      partialResults.drain(name, end.link());
    }
    return true;
  }

  private MeshConnection.Sent awaitEnd(String name, long nanos)
      throws TimeoutException, InterruptedException {
    MeshConnection.Sent asked;
    try {
      asked = mesh.request(new AwaitThread(full(name)), Duration.ofNanos(nanos));
    } catch (UnreachableException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while no peer was reachable");
      }
      if (mesh.isOpen()) {
        throw new TimeoutException("no peer was found in time");
      }
      throw e;
    }
    MeshConnection.Sent raced = awaited.putIfAbsent(name, asked);
    return raced == null ? asked : raced;
  }

  private boolean isTransient(UnitMessage answer) {
    return answer instanceof UnitMessage.Failed failed
        && failed.kind() == UnitMessage.Failed.Kind.UNREACHABLE
        && mesh.isOpen();
  }

  /** Waits a little; returns early, with true, if the session closes. */
  private boolean pause() throws InterruptedException {
    return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  private final CountDownLatch closing = new CountDownLatch(1);

  @Override
  public @Nullable Object result(String name) {
    return ThreadEnd.result(status(name), codec);
  }

  /** Drops what is kept here of a thread that nobody asks for again. */
  void forget(String name) {
    ends.remove(name);
    partialResults.forget(name);
  }

  ThreadStatus status(String name) {
    End end = ends.get(name);
    return end != null ? end.status() : call(new DescribeThread(full(name)), ThreadStatus.class);
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
    return globals.read(variable);
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
        if (!mesh.isOpen() || System.nanoTime() - end > 0) {
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
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    closing.countDown();
    crews.close();
    Access.closed(id);
    try {
      mesh.request(new CloseComputer(id), PARTING)
          .answer()
          .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
          .thenAccept(answer -> Failures.expect(Done.class, answer))
          .join();
    } catch (LeverageException | CompletionException e) {
      LOG.warn("{} could not be closed in an orderly way: {}", id, e.getMessage());
    } finally {
      mesh.close();
      partialResults.close();
      executor.shutdown();
      onClose.run();
    }
  }

  private <T extends UnitMessage> T call(UnitMessage request, Class<T> expected) {
    return mesh.call(request, expected, TIMEOUT);
  }

  private String full(String name) {
    return id + "/" + name;
  }
}
