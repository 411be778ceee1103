package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.assembly.AssemblyManager;
import io.leverage.peer.internal.checkpoint.Checkpoints;
import io.leverage.peer.internal.checkpoint.CrashFile;
import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.checkpoint.Publisher;
import io.leverage.peer.internal.checkpoint.Recovery;
import io.leverage.peer.internal.global.GlobalVariableManager;
import io.leverage.peer.internal.global.LockManager;
import io.leverage.peer.internal.mesh.Capacity;
import io.leverage.peer.internal.mesh.Mesh;
import io.leverage.peer.internal.message.AddressResolver;
import io.leverage.peer.internal.message.Mailbox;
import io.leverage.peer.internal.message.MessageManager;
import io.leverage.peer.internal.record.ComputerTable;
import io.leverage.peer.internal.record.ThreadTable;
import io.leverage.peer.internal.store.StateStore;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitCodec;
import io.leverage.peer.internal.unit.UnitMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The roles of one peer, put together: who answers what comes from clients, from other peers and
 * from the timer.
 */
public final class PeerRoles implements AutoCloseable {
  private static final String HEAP_PROPERTY = "leverage.worker.heap";

  /** How long a virtual computer outlives the link of its last client, lest a hiccup end it. */
  private static final Duration CLIENT_GRACE =
      Duration.ofSeconds(Long.getLong("leverage.client.grace", 60));

  /** How often the roles look whether there is something to do that nobody told them. */
  static final Duration SWEEP = Duration.ofSeconds(2);

  private static final long WATCH_MILLIS = 500;

  /** How many sweeps after a change of the mesh look for what the other side of a split has. */
  private static final int AUDITS = 15;

  /**
   * In which periods roles do what is not asked for.
   *
   * @param clientGrace how long a virtual computer outlives the link of its last client
   * @param sweep how often they look whether there is something to do
   */
  record Rhythm(Duration clientGrace, Duration sweep) {}

  private final Roles roles;
  private final Rhythm rhythm;
  private final LocalWorkers workers;
  private final Balancing balancing;
  private final ThreadWatch watch;
  private final Deployer deployer;
  private final Dispatcher fromPeers;
  private final RequestHandler fromClients;
  private final Coalesced sweeping;
  private final Coalesced newView;
  private final Mailbox mailbox;
  private final AtomicInteger audits = new AtomicInteger();
  private @Nullable ScheduledFuture<?> sweeps;
  private @Nullable ScheduledFuture<?> watches;

  /** Creates the roles of a peer whose workers are child processes. */
  public PeerRoles(PeerContext context) {
    this(context, newExecutor());
  }

  private PeerRoles(PeerContext context, ExecutorService executor) {
    this(
        context,
        executor,
        new ProcessWorkerLauncher(
            "io.leverage.peer.internal.work.WorkerMain", workerOptions(), executor),
        CrashFile.ofProcess(),
        new Rhythm(CLIENT_GRACE, SWEEP));
  }

  /**
   * Creates the roles of a peer.
   *
   * @param launcher starts its workers
   */
  public PeerRoles(PeerContext context, WorkerLauncher launcher) {
    this(context, newExecutor(), launcher, CrashPoint.NONE, new Rhythm(CLIENT_GRACE, SWEEP));
  }

  PeerRoles(
      PeerContext context,
      ExecutorService executor,
      WorkerLauncher launcher,
      CrashPoint crashes,
      Rhythm rhythm) {
    this.rhythm = rhythm;
    Mesh mesh = context.mesh();
    StateStore store = context.store();
    PeerUnits units = new PeerUnits(mesh);
    ComputerTable computers = new ComputerTable(store);
    ChangeNotices notices = new ChangeNotices(units, computers, mesh.self());
    ThreadTable threads = new ThreadTable(store, context.watch()::changed);
    this.mailbox = new Mailbox(store);
    MessageManager messages =
        new MessageManager(mailbox, new AddressResolver(threads), units, executor);
    Publisher publisher = new Publisher(store, messages, crashes);
    Recovery recovery =
        new Recovery(
            new Checkpoints(store), threads, publisher, crashes, context.clock(), executor);
    messages.consumption(recovery::consumed);
    this.roles =
        new Roles(
            context,
            launcher,
            executor,
            units,
            notices,
            computers,
            threads,
            publisher,
            recovery,
            new PendingReleases(recovery, mesh.self(), notices, executor, context.timer()),
            messages,
            new GlobalVariableManager(store, threads),
            new LockManager(store, threads, messages::wakeForLock, System::nanoTime),
            new AssemblyManager(store, context.dataDirectory().resolve("assemblies")),
            crashes);
    this.workers = new LocalWorkers(roles);
    this.balancing = new Balancing(roles, workers);
    ThreadView view = new ThreadView(roles);
    this.watch = new ThreadWatch(roles, view);
    ThreadControl control = new ThreadControl(roles);
    this.deployer = new Deployer(roles, control);
    Attachments attachments = new Attachments(roles, deployer, rhythm.clientGrace());
    deployer.onOrphaned(attachments::lookLater);
    EventReader events = new EventReader(roles);
    this.fromPeers =
        peerRequests()
            .on(UnitMessage.CountClients.class, attachments::count)
            .on(UnitMessage.InspectThread.class, workers::inspect)
            .on(UnitMessage.ReadPeerEvents.class, events::read);
    this.fromClients =
        new ClientRequests(roles, deployer, control, view, watch, attachments, events);
    PeerWatch peerWatch = new PeerWatch(context.watch(), context.name());
    new RoleMeters(roles, workers).register();
    this.sweeping = new Coalesced(executor, context.timer(), "the sweep", this::sweep);
    this.newView = new Coalesced(executor, context.timer(), "the new view", deployer::viewChanged);
    mesh.onRequest(this::fromPeer);
    mesh.onView(
        peers -> {
          peerWatch.view(peers);
          computers.meshChanged();
          mailbox.meshChanged();
          attachments.meshChanged();
          audits.set(AUDITS);
          crashes.passed("", CrashPoint.Step.VIEW_CHANGED);
          newView.ask();
        });
  }

  /** Gets what answers the clients' requests. */
  public RequestHandler clientHandler() {
    return fromClients;
  }

  /** Begins to work; the mesh is open by now. */
  public void start() {
    workers.announce();
    newView.ask(); // there may be virtual computers of a mesh that died
    sweeps =
        roles
            .context()
            .timer()
            .scheduleWithFixedDelay(
                sweeping::ask,
                rhythm.sweep().toMillis(),
                rhythm.sweep().toMillis(),
                TimeUnit.MILLISECONDS);
    watches =
        roles
            .context()
            .timer()
            .scheduleWithFixedDelay(
                watch::lookAtAll, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Gives all that this peer does to the others: its threads go on there from where they are. */
  public void leave() {
    stopSweeping();
    roles.context().mesh().announce(Capacity.NONE);
    deployer.handOver();
    roles.crashes().passed("", CrashPoint.Step.HANDED_OVER);
    workers.handOver("its peer " + roles.context().name() + " is leaving");
  }

  @Override
  public void close() {
    stopSweeping();
    workers.close();
    roles.executor().shutdownNow();
  }

  private void stopSweeping() {
    if (sweeps != null) {
      sweeps.cancel(false);
    }
    if (watches != null) {
      watches.cancel(false);
    }
  }

  private void sweep() {
    deployer.sweep();
    workers.audit();
    if (audits.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      mailbox.meshChanged();
      workers.auditThreads();
    }
    balancing.sweep();
  }

  private Dispatcher peerRequests() {
    return new Dispatcher("a peer")
        .act(UnitMessage.EnrolWorker.class, workers::enrol)
        .act(UnitMessage.DismissWorker.class, workers::dismiss)
        .act(UnitMessage.TakeThread.class, workers::take)
        .act(UnitMessage.ReleaseThread.class, workers::release)
        .act(UnitMessage.DropThread.class, workers::drop)
        .act(UnitMessage.OfferThread.class, balancing::offered)
        .act(UnitMessage.MailWaiting.class, workers::wake)
        .act(UnitMessage.MailTaken.class, workers::wake)
        .act(UnitMessage.LockChanged.class, workers::wake)
        .act(
            UnitMessage.ComputerChanged.class,
            changed -> deployer.computerChanged(changed.computer()))
        .act(
            UnitMessage.ThreadChanged.class,
            changed -> {
              watch.changed(changed.thread());
              deployer.threadChanged(changed.thread());
            });
  }

  /** Options of the workers' JVMs; the heap is the JVM's default unless it is set. */
  private static List<String> workerOptions() {
    List<String> options = new ArrayList<>();
    options.add("-Xss64m"); // user code may recurse deeply before it is captured
    options.add("-XX:+ExitOnOutOfMemoryError"); // its threads go on from their last checkpoints
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("leverage.worker.") || name.startsWith("leverage.mail.")) {
        options.add("-D" + name + "=" + System.getProperty(name));
      }
    }
    String heap = System.getProperty(HEAP_PROPERTY);
    if (heap != null) {
      options.add("-Xmx" + heap);
    }
    return options;
  }

  private static ExecutorService newExecutor() {
    AtomicLong number = new AtomicLong();
    return Executors.newCachedThreadPool(
        work -> {
          Thread thread = new Thread(work, "leverage-roles-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  private byte[] fromPeer(String from, byte[] request) {
    UnitMessage answer;
    try {
      answer = fromPeers.handle(from, UnitCodec.decode(request));
    } catch (Exception e) {
      answer = Failures.toMessage(e);
    }
    return UnitCodec.encode(answer);
  }
}
