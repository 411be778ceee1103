package io.leverage.peer.internal.mesh;

import io.leverage.UnreachableException;
import io.leverage.peer.PeerAddress;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.MergeView;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.jgroups.fork.ForkChannel;
import org.jgroups.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mesh over JGroups.
 *
 * <p>It has three lives. {@linkplain #JGroupsMesh Constructed}, it takes listeners and has a
 * channel that is not connected. The state store takes that {@link #channel}, connects it and uses
 * it for itself; so mesh and store can't disagree on who is there. {@link #open} then forks a
 * second, logical channel off it for peers' own messages, introduces this peer to the others, and
 * the listeners hear of views.
 */
public final class JGroupsMesh implements Mesh {
  private static final Logger LOG = LoggerFactory.getLogger(JGroupsMesh.class);
  private static final String FORK_STACK = "leverage";
  private static final String FORK_CHANNEL = "peers";

  /** How many requests of other peers may be in work at once; more are turned away. */
  private static final int MAX_HANDLERS = 512;

  /** How long listeners wait for members that have not announced themselves. */
  private static final long SILENCE_MILLIS = 2000;

  private final String name;
  private final JChannel channel;
  private final Membership membership = new Membership();
  private final PendingRequests pending = new PendingRequests();
  private final CompletableFuture<RequestHandler> handler = new CompletableFuture<>();
  private final List<Consumer<List<PeerInfo>>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService views =
      Executors.newSingleThreadScheduledExecutor(daemon("mesh views"));
  private final ExecutorService handlers =
      new ThreadPoolExecutor(
          0, MAX_HANDLERS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), daemon("mesh request"));
  private volatile @Nullable ForkChannel fork;
  private volatile @Nullable View view;
  private final Announcer announcer;
  private volatile boolean closed;

  /**
   * Prepares the mesh.
   *
   * @param own where this peer is; its ports must be free
   * @param join where to look for others; empty to be the first
   */
  public JGroupsMesh(PeerAddress own, List<PeerAddress> join) {
    this(own, tcp(own, join));
  }

  /**
   * Prepares the mesh on a channel that is not connected.
   *
   * @param own where this peer is
   */
  JGroupsMesh(PeerAddress own, JChannel channel) {
    this.name = own.toString();
    this.channel = channel;
    this.announcer = new Announcer(this::self, name, membership, views, this::send);
    channel.setName(name);
  }

  private static JChannel tcp(PeerAddress own, List<PeerAddress> join) {
    try {
      return MeshStack.channel(own, join);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the protocol stack is wrong", e);
    }
  }

  /** Gets the channel for the state store to connect; nobody else's business. */
  public JChannel channel() {
    return channel;
  }

  /** Says what knows where this peer stands in a mesh that may be split. */
  public void onStanding(Supplier<Standing> knows) {
    announcer.onStanding(knows);
  }

  /** Forgets what the others said of their sides, and tells them this peer's. */
  public void sideChanged() {
    membership.forgetSides();
    tellSide();
  }

  /** Tells the others which side this peer is on. */
  public void tellSide() {
    if (fork != null) {
      execute(() -> announcer.announce(Envelope.Kind.ANNOUNCEMENT, null));
    }
  }

  /** Gets the ids of the peers on each side, as the sides of a split mesh met last. */
  public List<Set<String>> met() {
    return membership.met();
  }

  /** Begins to talk with the other peers; the store has connected the channel. */
  public void open() {
    try {
      ForkChannel opened = new ForkChannel(channel, FORK_STACK, FORK_CHANNEL);
      fork = opened;
      opened.setReceiver(new Incoming());
      opened.connect(name);
    } catch (Exception e) {
      throw new UnreachableException("can't join the mesh", e);
    }
    handlers.execute(() -> announcer.announce(Envelope.Kind.INTRODUCTION, null));
  }

  @Override
  public String self() {
    Address address = channel.getAddress();
    if (address == null) {
      throw new IllegalStateException("the mesh is not connected");
    }
    return id(address);
  }

  @Override
  public List<PeerInfo> peers() {
    return membership.peers();
  }

  /** Tells whether there is no other peer, not even one that has not announced itself yet. */
  public boolean isAlone() {
    View current = channel.getView();
    return current == null || current.size() == 1;
  }

  @Override
  public boolean contains(String peer) {
    return membership.contains(peer);
  }

  @Override
  public void announce(Capacity newCapacity) {
    announcer.capacity(newCapacity);
    if (fork != null) {
      announcer.announceSoon(
          () -> execute(() -> announcer.announce(Envelope.Kind.ANNOUNCEMENT, null)));
    }
  }

  @Override
  public CompletableFuture<byte[]> request(String peer, byte[] request) {
    PendingRequests.Pending added = pending.add(peer);
    CompletableFuture<byte[]> answer = added.answer();
    Address address = addressOf(peer);
    if (closed || address == null || !membership.hasAnnounced(peer)) {
      answer.completeExceptionally(
          new UnreachableException("peer " + peer + " is not in the mesh: see 'leverage peers'"));
      return answer;
    }
    try {
      if (peer.equals(self())) {
        byte[] copy = request.clone();
        handlers.execute(() -> handle(address, added.number(), copy));
      } else {
        send(address, new Envelope(Envelope.Kind.REQUEST, added.number(), request));
      }
    } catch (Exception e) {
      answer.completeExceptionally(
          new UnreachableException("can't send to peer " + peer + ": " + e.getMessage(), e));
    }
    if (!membership.contains(peer)) {
      pending.failUnless(membership::contains);
    }
    return answer;
  }

  @Override
  public void onRequest(RequestHandler newHandler) {
    if (!handler.complete(newHandler)) {
      throw new IllegalStateException("the mesh has a request handler already");
    }
  }

  @Override
  public void onView(Consumer<List<PeerInfo>> listener) {
    views.execute(
        () -> {
          listeners.add(listener);
          if (membership.hasPublished()) {
            call(listener, membership.peers());
          }
        });
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    ForkChannel opened = fork;
    if (opened != null) {
      opened.close();
    }
    channel.close();
    pending.failUnless(peer -> false);
    views.shutdownNow();
    handlers.shutdownNow();
  }

  /** What JGroups calls. It runs on JGroups' threads, so it only takes note and hands on. */
  private final class Incoming implements Receiver {
    @Override
    public void viewAccepted(View newView) {
      if (closed) {
        return;
      }
      if (newView instanceof MergeView merged) {
        membership.met(merged.getSubgroups().stream().map(each -> Set.copyOf(ids(each))).toList());
      }
      view = newView;
      membership.view(ids(newView));
      announcer.noteOwn();
      pending.failUnless(membership::contains);
      LOG.debug("{} sees {}", name, newView);
      execute(() -> announcer.announce(Envelope.Kind.ANNOUNCEMENT, null));
      publishSoon(false, 0);
      publishSoon(true, SILENCE_MILLIS);
    }

    @Override
    public void receive(Message message) {
      try {
        Address from = message.getSrc();
        Envelope envelope =
            Envelope.fromBytes(message.getArray(), message.getOffset(), message.getLength());
        switch (envelope.kind()) {
          case REQUEST -> receiveRequest(from, envelope);
          case ANSWER, FAILURE -> {
            CompletableFuture<byte[]> asked = pending.answerOf(envelope.number(), id(from));
            if (asked != null) {
              execute(() -> envelope.complete(asked));
            }
          }
          case ANNOUNCEMENT, INTRODUCTION -> {
            if (from.equals(channel.getAddress())) {
              return;
            }
            if (membership.announced(envelope.number(), envelope.peerInfo())) {
              publishSoon(false, 0);
            }
            if (envelope.kind() == Envelope.Kind.INTRODUCTION) {
              execute(() -> announcer.announce(Envelope.Kind.ANNOUNCEMENT, from));
            }
          }
        }
      } catch (IOException | RuntimeException e) {
        LOG.error("dropped a message of {}", message.getSrc(), e);
      }
    }
  }

  private void receiveRequest(Address from, Envelope envelope) {
    try {
      handlers.execute(() -> handle(from, envelope.number(), envelope.payload()));
    } catch (RejectedExecutionException e) {
      if (!closed) {
        UnreachableException busyNow =
            new UnreachableException(
                String.format(
                    Locale.ROOT,
                    "%s works on %d requests already; try again later",
                    name,
                    MAX_HANDLERS));
        views.execute(() -> answer(from, Envelope.failure(envelope.number(), busyNow)));
      }
    }
  }

  private void handle(Address from, long number, byte[] request) {
    // The handler is set before the mesh opens, or very soon after: it is worth waiting for.
    var unused =
        handler.whenComplete(
            (ready, failure) -> {
              Envelope answer;
              try {
                answer =
                    new Envelope(Envelope.Kind.ANSWER, number, ready.handle(id(from), request));
              } catch (Exception e) {
                answer = Envelope.failure(number, e);
              }
              answer(from, answer);
            });
  }

  private void answer(Address to, Envelope answer) {
    try {
      if (to.equals(channel.getAddress())) {
        CompletableFuture<byte[]> own = pending.answerOf(answer.number(), self());
        if (own != null) {
          answer.complete(own);
        }
      } else {
        send(to, answer);
      }
    } catch (Exception e) {
      LOG.debug("could not answer {}", to, e);
    }
  }

  private void publishSoon(boolean evenIfSilent, long delayMillis) {
    try {
      var unused =
          views.schedule(
              () -> membership.publish(evenIfSilent).ifPresent(this::published),
              delayMillis,
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("nobody hears of the view: the mesh is closed", e);
    }
  }

  private void published(List<PeerInfo> peers) {
    LOG.info(
        "{} sees {} peers: {}",
        name,
        peers.size(),
        peers.stream().map(PeerInfo::name).collect(Collectors.joining(", ")));
    listeners.forEach(listener -> call(listener, peers));
  }

  private void execute(Runnable task) {
    try {
      handlers.execute(task);
    } catch (RejectedExecutionException e) {
      if (!closed) {
        // All handlers are busy; what this does is short and must not be lost.
        views.execute(task);
      }
    }
  }

  private void send(@Nullable Address to, Envelope envelope) throws Exception {
    ForkChannel opened = fork;
    if (opened == null) {
      throw new IllegalStateException("the mesh is not open");
    }
    opened.send(new BytesMessage(to, envelope.toBytes()));
  }

  private @Nullable Address addressOf(String peer) {
    View current = view;
    if (current != null) {
      for (Address member : current.getMembersRaw()) {
        if (id(member).equals(peer)) {
          return member;
        }
      }
    }
    return null;
  }

  private static void call(Consumer<List<PeerInfo>> listener, List<PeerInfo> peers) {
    try {
      listener.accept(peers);
    } catch (RuntimeException e) {
      LOG.error("a listener for views failed", e);
    }
  }

  private static List<String> ids(View view) {
    return view.getMembers().stream().map(JGroupsMesh::id).toList();
  }

  private static String id(Address address) {
    return ((UUID) address).toStringLong();
  }

  private static java.util.concurrent.ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
