package io.leverage.peer;

import io.leverage.RefusedException;
import io.leverage.peer.internal.access.ClientListener;
import io.leverage.peer.internal.access.DataFolder;
import io.leverage.peer.internal.access.LeverageHome;
import io.leverage.peer.internal.access.TokenFile;
import io.leverage.peer.internal.deploy.MeasuredPace;
import io.leverage.peer.internal.deploy.Pace;
import io.leverage.peer.internal.deploy.PeerContext;
import io.leverage.peer.internal.deploy.PeerRoles;
import io.leverage.peer.internal.mesh.JGroupsMesh;
import io.leverage.peer.internal.record.LaterRecord;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.restore.Departure;
import io.leverage.peer.internal.restore.Restoration;
import io.leverage.peer.internal.restore.SettledViews;
import io.leverage.peer.internal.store.InfinispanStateStore;
import io.leverage.peer.internal.store.Journal;
import io.leverage.peer.internal.store.StoreOptions;
import io.leverage.peer.internal.watch.EventKind;
import io.leverage.peer.internal.watch.Meters;
import io.leverage.peer.internal.watch.MetricsEndpoint;
import io.leverage.peer.internal.watch.Watch;
import io.leverage.peer.internal.work.InProcessWorkerLauncher;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The peer controller: one process's part in a mesh of equals. This class only puts the parts
 * together; each part is a package.
 *
 * <p>A peer claims its address by binding the port for clients, takes its data folder, and writes a
 * <em>token file</em> that only its user can read ({@code access}). It prepares the <em>mesh</em>
 * ({@code mesh}, over JGroups): who is there, and messages between peers. It opens the <em>state
 * store</em> ({@code store}, over Infinispan), which connects the mesh's channel and keeps every
 * value on several peers, in memory and in a journal on disk; all that must survive a peer is in
 * there. Mesh and store share the channel, so they agree on who is there. If all peers had died,
 * the peer now brings what its folder holds, and waits for the others to do so ({@code restore}).
 *
 * <p>On both stand the <em>roles</em> ({@code deploy} and its neighbours): they enrol workers,
 * delegate virtual threads to them, commit their checkpoints, deliver their messages, and recover
 * the threads of a peer that died. A worker is a JVM of its own: the peer loads no user class and
 * reads no user object. Peers, workers and clients talk in one vocabulary over one kind of link
 * ({@code unit}).
 *
 * <p>Last, the peer lets clients in; each must say the token first. No peer is special: any may die
 * at any moment, and any can answer for the whole mesh.
 */
public final class Peer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Peer.class);

  /** How many ports are tried when none is given. */
  private static final int PORTS = 100;

  private static final long PACE_SECONDS = 10;

  /** How often the journal is forced to the disk. */
  private static final long FORCE_MILLIS = 1000;

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final PeerAddress address;
  private Runnable leave = () -> {};
  private volatile Departure.Keep keep = Departure.Keep.ALL;
  private final AtomicBoolean left = new AtomicBoolean();
  private IntPredicate settled = peers -> false;
  private boolean closing;

  private Peer(
      PeerOptions options, BiFunction<PeerAddress, List<PeerAddress>, JGroupsMesh> transport) {
    long start = System.nanoTime();
    ClientListener clients = listen(options);
    address = clients.peer();
    parts.push(clients);
    try {
      DataFolder data =
          DataFolder.open(options.data().orElseGet(() -> LeverageHome.data(address.port())));
      parts.push(data);
      ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, daemons("timer"));
      parts.push(timer::shutdownNow);
      ExecutorService handlers = Executors.newCachedThreadPool(daemons("client request"));
      parts.push(handlers::shutdownNow);

      Journal journal =
          options.inProcessWorkers() ? null : Journal.open(data.path().resolve("state"));
      if (journal != null) {
        parts.push(() -> end(journal));
      }
      JGroupsMesh mesh = transport.apply(address, others(options));
      parts.push(mesh);
      InfinispanStateStore store =
          InfinispanStateStore.open(mesh, address.toString(), storeOptions(options), journal);
      parts.push(store);
      settled = store::settled;
      Watch watch = new Watch(Clock.systemUTC());
      MeasuredPace pace = new MeasuredPace();
      PeerContext context =
          new PeerContext(
              mesh,
              store,
              data.path(),
              options.slots(),
              address.toString(),
              timer,
              Clock.systemUTC(),
              watch,
              Pace.chosen(pace));
      PeerRoles roles =
          options.inProcessWorkers()
              ? new PeerRoles(context, new InProcessWorkerLauncher())
              : new PeerRoles(context);
      parts.push(roles);
      serveMetrics(options, watch.meters(), store, journal);
      mesh.announce(options.slots(), 0);
      mesh.open();
      SettledViews views = journal == null ? null : restore(options, mesh, store, journal);
      roles.start();
      if (!options.join().isEmpty() && mesh.isAlone()) {
        LOG.warn(
            "none of {} answers: peer {} is a mesh of its own until they come. Check the addresses"
                + " if they should be there.",
            options.join().stream().map(PeerAddress::toString).collect(Collectors.joining(", ")),
            address);
      }

      TokenFile token = TokenFile.create(address);
      parts.push(token::delete);
      clients.serve(token, roles.clientHandler(), handlers, timer);
      // Closed first, too, so that no client comes in while the rest closes.
      parts.push(clients);
      if (views != null) {
        Departure departure = new Departure(store, mesh, store::settled);
        leave =
            () -> {
              watch.happened(
                  EventKind.PEER_LEAVING,
                  address.toString(),
                  "told to end; its threads go on elsewhere");
              roles.leave();
              keep = departure.await();
              views.look(); // the last one notes that it has everything
            };
      }
      if (!options.inProcessWorkers()) { // there is nobody else to compare it with
        measure(pace);
      }
      watch.happened(
          EventKind.PEER_STARTED,
          address.toString(),
          String.format(
              Locale.ROOT,
              "up after %d ms: %d slots, data in %s",
              (System.nanoTime() - start) / 1_000_000,
              options.slots(),
              data.path().toAbsolutePath()));
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Starts a peer in this process.
   *
   * @param options how
   * @return the peer, which serves clients already
   * @throws RefusedException if the options can't be met: a port in use, a folder that can't be
   *     written
   * @throws io.leverage.UnreachableException if the mesh does not let it in
   */
  public static Peer start(PeerOptions options) {
    return start(options, JGroupsMesh::new);
  }

  /**
   * Starts a peer in this process.
   *
   * @param transport prepares the mesh, given where the peer is and where to look for others
   */
  static Peer start(
      PeerOptions options, BiFunction<PeerAddress, List<PeerAddress>, JGroupsMesh> transport) {
    return new Peer(options, transport);
  }

  /**
   * Gets where this peer is.
   *
   * @return the address to join it and to reach it as a client
   */
  public PeerAddress address() {
    return address;
  }

  /** Tells whether there are so many peers, and every value has all its copies on them. */
  boolean settled(int peers) {
    return settled.test(peers);
  }

  /**
   * Waits until this peer is closed.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitClose() throws InterruptedException {
    closed.await();
  }

  /** Leaves the mesh and ends; does nothing the second time. */
  @Override
  public void close() {
    synchronized (parts) {
      if (closing) {
        return;
      }
      closing = true;
    }
    LOG.info("peer {} is going", address);
    try {
      leave.run();
    } catch (RuntimeException e) {
      LOG.warn("peer {} leaves without handing over: {}", address, e.toString());
    }
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("could not close {}", part, e);
      }
    }
    closed.countDown();
  }

  /** Measures how fast this peer is: now, while it begins to work, and when it is idle. */
  private void measure(MeasuredPace pace) {
    ScheduledExecutorService measuring = Executors.newScheduledThreadPool(1, daemons("pace"));
    parts.push(measuring::shutdownNow);
    measuring.execute(pace::measure);
    var unused =
        measuring.scheduleWithFixedDelay(
            pace::measureIfIdle, PACE_SECONDS, PACE_SECONDS, TimeUnit.SECONDS);
  }

  private void serveMetrics(
      PeerOptions options, Meters meters, InfinispanStateStore store, @Nullable Journal journal) {
    meters.gauge("leverage.store.entries", "values and parts of values kept here", store::held);
    if (journal != null) {
      meters.gauge(
          "leverage.store.bytes", "bytes of the values kept here, on disk", journal::liveBytes);
      meters.gauge("leverage.journal.bytes", "bytes of the journal's files", journal::totalBytes);
    }
    if (options.metrics() == PeerOptions.NO_METRICS) {
      return;
    }
    boolean derived = options.metrics() == PeerOptions.DERIVED_METRICS;
    int port = derived ? address.port() + PeerAddress.METRICS_OFFSET : options.metrics();
    if (derived && port > PeerOptions.MAX_PORT) {
      LOG.warn("no metrics: there is no port {}; choose one with --metrics PORT", port);
      return;
    }
    try {
      parts.push(MetricsEndpoint.open(address.loopback(), port, meters));
      LOG.info("metrics at http://{}:{}/metrics", address.host(), port);
    } catch (RefusedException e) {
      if (!derived) {
        throw e;
      }
      LOG.warn("no metrics: {}", e.getMessage());
    }
  }

  private void end(Journal journal) {
    if (keep == Departure.Keep.ALL) {
      journal.close();
    } else {
      journal.erase(keep == Departure.Keep.MARK);
    }
  }

  /** Waits until the mesh is in work, and begins to note who has all copies of its state. */
  private SettledViews restore(
      PeerOptions options, JGroupsMesh mesh, InfinispanStateStore store, Journal journal) {
    Restoration.Opened opened =
        new Restoration(store, journal, address.toString(), options.copies()).awaitOpen();
    SettledViews views = new SettledViews(store, mesh, journal, opened, store::settled);
    ScheduledExecutorService looking = Executors.newScheduledThreadPool(1, daemons("journal"));
    parts.push(looking::shutdownNow);
    var unused =
        looking.scheduleWithFixedDelay(
            () -> {
              views.look();
              leaveIfFailed(journal, mesh);
            },
            0,
            FORCE_MILLIS,
            TimeUnit.MILLISECONDS);
    return views;
  }

  /**
   * A peer that can't keep its share of the state on disk leaves it, and its threads, to others.
   */
  private void leaveIfFailed(Journal journal, JGroupsMesh mesh) {
    if (journal.hasFailed() && mesh.peers().size() > 1 && left.compareAndSet(false, true)) {
      LOG.error("peer {} leaves the mesh: it can't keep its share of the state on disk", address);
      new Thread(this::close, "leaving").start(); // it also ends what runs this
    }
  }

  private static ClientListener listen(PeerOptions options) {
    if (options.port() != 0) {
      return listen(new PeerAddress(options.host(), options.port()));
    }
    RefusedException last = new RefusedException("no port was tried");
    for (int port = PeerAddress.DEFAULT_PORT; port < PeerAddress.DEFAULT_PORT + PORTS; port++) {
      try {
        return listen(new PeerAddress(options.host(), port));
      } catch (RefusedException e) {
        last = e;
      }
    }
    throw last;
  }

  private static ClientListener listen(PeerAddress address) {
    ClientListener listener;
    try {
      listener = ClientListener.bind(address);
    } catch (IOException e) {
      throw ClientListener.inUse(address, address.clientPort(), e);
    }
    try {
      ClientListener.expectFree(address, address.port());
      ClientListener.expectFree(address, address.detectorPort());
      return listener;
    } catch (RefusedException e) {
      listener.close();
      throw e;
    }
  }

  private static StoreOptions storeOptions(PeerOptions options) {
    return StoreOptions.withCopies(options.copies())
        .withStrict(options.strict())
        .withLater(new LaterRecord())
        .withGroups(StoreKeys::groupOf);
  }

  private List<PeerAddress> others(PeerOptions options) {
    List<PeerAddress> join =
        options.join().isEmpty() && !options.alone() ? TokenFile.localPeers() : options.join();
    return join.stream().filter(other -> !other.equals(address)).toList();
  }

  private static ThreadFactory daemons(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + " " + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
