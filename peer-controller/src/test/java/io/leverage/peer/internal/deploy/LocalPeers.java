package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.mesh.LocalMesh;
import io.leverage.peer.internal.store.MemoryStore;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.LinkPair;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Several peers in this process, over one store and one mesh, with scripted workers. */
final class LocalPeers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A peer. */
  final class LocalPeer {
    final String id;
    final MemoryStore.View view;
    final PeerRoles roles;
    final ScriptedWorkers workers;
    final ExecutorService executor = Executors.newCachedThreadPool(LocalPeers::daemon);

    LocalPeer(String id, int slots, CrashPoint crashes) {
      this.id = id;
      this.view = store.view();
      this.workers = new ScriptedWorkers(executor);
      this.roles =
          new PeerRoles(
              new PeerContext(
                  mesh.join(id),
                  view,
                  data.resolve(id),
                  slots,
                  "name-" + id,
                  timer,
                  Clock.systemUTC()),
              Executors.newCachedThreadPool(LocalPeers::daemon),
              workers,
              crashes,
              rhythm);
      roles.start();
    }

    /** Dies at once: nothing of it reaches the store or the mesh any more. */
    void kill() {
      view.cut();
      mesh.kill(id);
      workers.die();
      roles.close();
    }
  }

  /** A client of a peer; collects what is pushed to it. */
  static final class Client implements RequestHandler, AutoCloseable {
    final List<UnitMessage> pushed = new CopyOnWriteArrayList<>();
    final LinkPair links;

    Client(LocalPeer peer) {
      links = Link.pipe("client", this, peer.id, peer.roles.clientHandler(), peer.executor);
    }

    <T extends UnitMessage> T call(UnitMessage request, Class<T> expected) {
      return links.near().call(request, expected, PATIENCE);
    }

    void done(UnitMessage request) {
      var unused = call(request, UnitMessage.Done.class);
    }

    String open(int workers) {
      return call(
              new UnitMessage.OpenComputer(workers, List.of()), UnitMessage.ComputerOpened.class)
          .computer();
    }

    UnitMessage.ThreadStatus status(String thread) {
      return call(new UnitMessage.DescribeThread(thread), UnitMessage.ThreadStatus.class);
    }

    String result(String thread) {
      UnitMessage.ThreadStatus status =
          call(new UnitMessage.AwaitThread(thread), UnitMessage.ThreadStatus.class);
      byte[] result = status.result();
      return status.state()
          + (result == null
              ? ""
              : " " + new String(result, java.nio.charset.StandardCharsets.UTF_8));
    }

    void start(String thread, String script) {
      done(
          new UnitMessage.StartThread(
              thread,
              "client/" + UUID.randomUUID(),
              script.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Waits until what was pushed before is collected. */
    void collected() throws InterruptedException {
      CountDownLatch done = new CountDownLatch(1);
      links.near().afterOneWays(done::countDown);
      done.await();
    }

    @Override
    public UnitMessage handle(Link from, UnitMessage request) {
      pushed.add(request);
      return new UnitMessage.Done();
    }

    @Override
    public void close() {
      links.close();
    }
  }

  final MemoryStore store = new MemoryStore();
  final LocalMesh mesh = new LocalMesh();
  private final Path data;
  private final PeerRoles.Rhythm rhythm;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(2, LocalPeers::daemon);
  private final Map<String, LocalPeer> peers = new ConcurrentHashMap<>();

  LocalPeers(Path data) {
    this(data, PATIENCE, PeerRoles.SWEEP);
  }

  /** Starts with no peers; their roles have the periods given. */
  LocalPeers(Path data, Duration clientGrace, Duration sweep) {
    this.data = data;
    this.rhythm = new PeerRoles.Rhythm(clientGrace, sweep);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  LocalPeer add(String id) {
    return add(id, 2, CrashPoint.NONE);
  }

  LocalPeer add(String id, int slots, CrashPoint crashes) {
    LocalPeer peer = new LocalPeer(id, slots, crashes);
    peers.put(id, peer);
    return peer;
  }

  @Nullable LocalPeer peer(String id) {
    return peers.get(id);
  }

  Client client(LocalPeer peer) {
    return new Client(peer);
  }

  static void eventually(String what, BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Override
  public void close() {
    peers.values().forEach(LocalPeer::kill);
    timer.shutdownNow();
    mesh.close();
  }
}
