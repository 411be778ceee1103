package io.leverage.peer.internal.client;

import io.leverage.LeverageException;
import io.leverage.RefusedException;
import io.leverage.UnreachableException;
import io.leverage.peer.PeerAddress;
import io.leverage.peer.internal.mesh.Patience;
import io.leverage.peer.internal.unit.Caller;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.ListPeers;
import io.leverage.peer.internal.unit.UnitMessage.Peers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client's connection to the mesh: a link to one peer, and when that is lost, to another.
 *
 * <p>It knows the peers that the program named and learns the others from whichever it is connected
 * to. A peer that does not answer for a while counts as lost, so that a frozen one holds nobody up.
 * Whoever asks meanwhile waits; the requests are such that repeating them is harmless, so those on
 * their way when the link broke are sent again.
 */
final class MeshConnection implements Caller, RequestHandler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MeshConnection.class);

  /** How long another peer is looked for, in seconds, before a program is told that all is lost. */
  private static final Duration PATIENCE =
      Duration.ofSeconds(Long.getLong("leverage.client.patience", 120));

  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** The mesh takes a peer for dead after about as long. */
  private static final Duration SILENCE = Patience.of(Duration.ofSeconds(7));

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1000;
  private static final int MOST_PEERS = 256;

  /** Opens a link to a peer. */
  @FunctionalInterface
  interface Connector {
    Link open(PeerAddress peer, Executor executor, RequestHandler handler);
  }

  /** A request on its way, and the link that it went on. */
  record Sent(Link link, CompletableFuture<UnitMessage> answer) {}

  private final Connector connector;
  private final Executor executor;
  private final RequestHandler pushed;
  private final Set<PeerAddress> known = new LinkedHashSet<>();
  private final Thread heartbeat;
  private volatile Consumer<Link> onConnected = link -> {};
  private volatile Link current;
  private volatile @Nullable PeerAddress attached;
  private volatile boolean closed;
  private volatile @Nullable UnreachableException lost;

  /**
   * Connects to the first peer that answers.
   *
   * @param pushed handles what peers send by themselves
   * @throws LeverageException if none lets this client in
   */
  MeshConnection(
      List<PeerAddress> peers, Connector connector, Executor executor, RequestHandler pushed) {
    this.connector = connector;
    this.executor = executor;
    this.pushed = pushed;
    known.addAll(peers);
    this.current = first(peers);
    this.heartbeat = new Thread(this::watch, "leverage-client-heartbeat");
    heartbeat.setDaemon(true);
    heartbeat.start();
  }

  private Link first(List<PeerAddress> peers) {
    LeverageException last = new RefusedException("no peer was named");
    for (PeerAddress peer : peers) {
      try {
        Link link = connector.open(peer, executor, this);
        attached = peer;
        return link;
      } catch (LeverageException e) {
        last = e;
      }
    }
    throw last;
  }

  /**
   * Says what is to be done on each new link before anything else goes over it. What it throws
   * makes the next peer be tried.
   */
  void onConnected(Consumer<Link> listener) {
    onConnected = listener;
  }

  /** Tells whether there is hope. */
  boolean isOpen() {
    return !closed && lost == null;
  }

  /** Gets the name of the peer that it was last connected to. */
  String name() {
    return current.name();
  }

  /** Sends a request once. Waits for a link if there is none. */
  Sent request(UnitMessage message, Duration patience) {
    Link link = link(patience);
    return new Sent(link, link.request(message));
  }

  /** Sends a request until it is answered: again if the link broke, or the mesh was changing. */
  @Override
  public <T extends UnitMessage> T call(UnitMessage message, Class<T> expected, Duration timeout) {
    long begun = System.nanoTime();
    while (true) {
      Link link = link(PATIENCE);
      try {
        return link.call(message, expected, timeout);
      } catch (UnreachableException e) {
        boolean tooLate = System.nanoTime() - begun > timeout.toNanos();
        if ((tooLate && link.isOpen()) || closed || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        pause(FIRST_PAUSE_MILLIS);
      }
    }
  }

  private Link link(Duration patience) {
    Link link = current;
    return link.isOpen() ? link : reconnected(patience);
  }

  /** One looks for another peer; the others wait for it. */
  private synchronized Link reconnected(Duration patience) {
    long begun = System.nanoTime();
    long millis = FIRST_PAUSE_MILLIS;
    while (!closed) {
      if (current.isOpen()) {
        return current;
      }
      UnreachableException gone = lost;
      if (gone != null) {
        throw new UnreachableException(String.valueOf(gone.getMessage()), gone);
      }
      LeverageException why = new UnreachableException("no peer is known");
      for (PeerAddress peer : candidates()) {
        try {
          return reconnect(peer);
        } catch (LeverageException e) {
          LOG.debug("{} is no way into the mesh", peer, e);
          why = e;
        }
      }
      long waited = System.nanoTime() - begun;
      if (waited > PATIENCE.toNanos()) {
        lost = new UnreachableException(describeLoss(), why);
      } else if (waited > patience.toNanos()) {
        throw new UnreachableException(describeLoss(), why);
      }
      pause(millis);
      millis = Math.min(2 * millis, LONGEST_PAUSE_MILLIS);
    }
    throw new UnreachableException("this virtual computer was closed");
  }

  private Link reconnect(PeerAddress peer) {
    Link link = connector.open(peer, executor, this);
    try {
      onConnected.accept(link);
    } catch (RuntimeException e) {
      link.close();
      throw e;
    }
    LOG.info("attached again, through {}", link.name());
    current = link;
    attached = peer;
    return link;
  }

  private String describeLoss() {
    return "the link to "
        + name()
        + " was lost, and no other peer lets this program in: its virtual threads may go on at other"
        + " peers. Start a peer of the mesh again, or look with 'leverage ps --peer host:port'";
  }

  /** Lists the peers to try, last the one that was lost: a frozen one would be waited for. */
  private List<PeerAddress> candidates() {
    List<PeerAddress> candidates;
    synchronized (known) {
      candidates = new ArrayList<>(known);
    }
    PeerAddress before = attached;
    if (before != null && candidates.remove(before)) {
      candidates.add(before);
    }
    return candidates;
  }

  /** Learns of the other peers while there is one to ask, and notices when it falls silent. */
  private void watch() {
    while (!closed) {
      Link link = current;
      if (link.isOpen()) {
        ask(link);
      }
      pause(HEARTBEAT.toMillis());
    }
  }

  private void ask(Link link) {
    UnitMessage silence = new UnitMessage.Done();
    UnitMessage answer =
        link.request(new ListPeers())
            .exceptionally(Failures::toMessage)
            .completeOnTimeout(silence, SILENCE.toMillis(), TimeUnit.MILLISECONDS)
            .join();
    if (answer instanceof Peers peers) {
      learn(peers.peers().stream().map(peer -> PeerAddress.parse(peer.name())).toList());
    } else if (answer == silence) {
      LOG.warn("{} has not answered for {} s: trying another", link.name(), SILENCE.toSeconds());
      link.close();
    }
  }

  private void learn(List<PeerAddress> peers) {
    synchronized (known) {
      known.addAll(peers);
      var oldest = known.iterator();
      while (known.size() > MOST_PEERS && oldest.hasNext()) {
        if (!peers.contains(oldest.next())) {
          oldest.remove();
        }
      }
    }
  }

  /** Waits a little, or until this is closed; lets others look for a peer meanwhile. */
  private synchronized void pause(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try {
      for (long left = millis; !closed && left > 0; ) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted while the mesh was not reachable", e);
    }
  }

  @Override
  public UnitMessage handle(Link from, UnitMessage message) throws Exception {
    return pushed.handle(from, message);
  }

  @Override
  public void closed(Link from) {
    if (!closed && from == current) {
      try {
        executor.execute(this::comeBack);
      } catch (RejectedExecutionException e) {
        LOG.debug("the session is closing", e);
      }
    }
  }

  /** Partial results are to come, and the virtual computer to have a client, if nobody asks too. */
  private void comeBack() {
    try {
      var unused = link(PATIENCE);
    } catch (UnreachableException e) {
      if (!closed) {
        LOG.warn("{}", e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    current.close();
  }
}
