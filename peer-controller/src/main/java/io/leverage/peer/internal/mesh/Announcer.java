package io.leverage.peer.internal.mesh;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jgroups.Address;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the other peers what this one is and can do: when it comes, when the view changes, and when
 * its load does. Thread-safe.
 */
final class Announcer {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

  /**
   * How long changes of the load gather, for each member. A load changes with each thread that
   * comes and goes, and all peers hear of it; so each hears some hundred a second in all, however
   * many peers there are; or fewer, with {@link Patience}.
   */
  private static final int GATHER_MILLIS = 10;

  /** Sends to one peer, or to all. */
  interface Sender {
    void send(@Nullable Address to, Envelope envelope) throws Exception;
  }

  private final Supplier<String> self;
  private final String name;
  private final Membership membership;
  private final ScheduledExecutorService timer;
  private final Sender sender;
  private final AtomicLong numbers = new AtomicLong();
  private final AtomicBoolean gathering = new AtomicBoolean();
  private volatile Capacity capacity = Capacity.NONE;
  private volatile Supplier<Standing> standing = () -> Standing.NEW;

  Announcer(
      Supplier<String> self,
      String name,
      Membership membership,
      ScheduledExecutorService timer,
      Sender sender) {
    this.self = self;
    this.name = name;
    this.membership = membership;
    this.timer = timer;
    this.sender = sender;
  }

  /** Says what knows where this peer stands. */
  void onStanding(Supplier<Standing> knows) {
    standing = knows;
  }

  /** Notes what this peer can do. */
  void capacity(Capacity newCapacity) {
    capacity = newCapacity;
  }

  /** Lets the membership know what this peer would say. */
  void noteOwn() {
    var unused = membership.announced(numbers.incrementAndGet(), info());
  }

  /** Announces this peer soon, together with what changes until then. */
  void announceSoon(Runnable announcement) {
    if (!gathering.compareAndSet(false, true)) {
      return; // what is to be announced then, says what is so then
    }
    try {
      var unused =
          timer.schedule(
              () -> {
                gathering.set(false);
                announcement.run();
              },
              Patience.millis((long) GATHER_MILLIS * membership.size()),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("nothing is announced any more: the mesh is closed", e);
    }
  }

  /** Announces this peer now, to one other or to all. */
  void announce(Envelope.Kind kind, @Nullable Address to) {
    try {
      long number = numbers.incrementAndGet();
      PeerInfo info = info();
      var unused = membership.announced(number, info);
      sender.send(to, Envelope.announcement(kind, number, info));
    } catch (Exception e) {
      LOG.debug("could not announce this peer", e);
    }
  }

  private PeerInfo info() {
    return new PeerInfo(self.get(), name, capacity, ProcessHandle.current().pid(), standing.get());
  }
}
