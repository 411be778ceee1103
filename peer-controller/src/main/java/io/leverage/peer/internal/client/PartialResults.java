package io.leverage.peer.internal.client;

import io.leverage.RefusedException;
import io.leverage.peer.internal.unit.Caller;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.PartialResult;
import io.leverage.peer.internal.unit.UnitMessage.PartialResultsTaken;
import io.leverage.peer.internal.unit.UnitMessage.WatchPartialResults;
import io.leverage.peer.internal.work.Codec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partial results of the threads that this client watches. One thread of the library calls the
 * listeners, so a slow listener holds the others up, and in the end the peer.
 */
final class PartialResults implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartialResults.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int QUEUE = 1 << 20;

  /** How many bytes of each thread's are kept for listeners that come late. */
  private static final long KEPT_BYTES = Long.getLong("leverage.partialResults.kept", 64 << 20);

  /** What it takes to keep one, besides its bytes. */
  private static final long OVERHEAD = 24;

  /** After so many the mesh is told that it need not keep them. */
  private static final int TAKEN_EVERY = 32;

  private static final long DRAIN_SECONDS = 60;

  private final String computer;
  private final Caller mesh;
  private final Codec codec;
  private final Consumer<UnitMessage> tell;
  private final Map<String, Watched> watched = new ConcurrentHashMap<>();
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(QUEUE);
  private final Thread caller;

  /** What came from one thread; kept for listeners that are added later. Used by the caller. */
  private static final class Watched {
    private final List<byte[]> kept = new ArrayList<>();
    private final List<Consumer<Object>> listeners = new ArrayList<>();
    private long bytes;
    private volatile long next;
    private volatile byte[] newest = {};
    private volatile boolean any;
    private volatile boolean full;
  }

  /**
   * Begins to watch nothing yet.
   *
   * @param mesh answers requests
   * @param tell sends a request whose answer nobody waits for, and which may be lost
   */
  PartialResults(String computer, Caller mesh, Codec codec, Consumer<UnitMessage> tell) {
    this.computer = computer;
    this.mesh = mesh;
    this.codec = codec;
    this.tell = tell;
    this.caller = new Thread(this::call, "leverage-partial-results");
    caller.setDaemon(true);
    caller.start();
  }

  /** Adds a listener, which gets all from the first on. */
  void listen(String name, Consumer<Object> listener) {
    Watched thread = watch(name);
    if (thread.full) {
      throw new RefusedException(
          name
              + " has reported more than the "
              + KEPT_BYTES
              + " bytes that are kept for late listeners: add listeners before it has reported so"
              + " much");
    }
    submit(
        () -> {
          thread.listeners.add(listener);
          thread.kept.forEach(bytes -> tell(name, listener, bytes));
        });
  }

  /** Gets the newest that came. */
  Optional<Object> newest(String name) {
    Watched thread = watch(name);
    return thread.any ? Optional.ofNullable(codec.read(thread.newest)) : Optional.empty();
  }

  /** Drops what came from a thread. */
  void forget(String name) {
    watched.remove(name);
  }

  private Watched watch(String name) {
    Watched present = watched.get(name);
    if (present != null) {
      return present;
    }
    Watched fresh = new Watched();
    Watched raced = watched.putIfAbsent(name, fresh);
    if (raced != null) {
      return raced;
    }
    try {
      watch(mesh, name, fresh);
    } catch (RuntimeException e) {
      watched.remove(name, fresh);
      throw e;
    }
    return fresh;
  }

  /** Asks another peer for what has not been delivered yet; what comes twice is dropped. */
  void watchAgain(Link peer) {
    watched.forEach((name, thread) -> watch(peer, name, thread));
  }

  private void watch(Caller peer, String name, Watched thread) {
    peer.call(new WatchPartialResults(computer + "/" + name, thread.next), Done.class, TIMEOUT);
  }

  /** Takes one from the peer; waits while the listeners are behind. */
  void arrived(PartialResult result) throws InterruptedException {
    queue.put(() -> deliver(result));
  }

  private void deliver(PartialResult result) {
    String name = result.thread().substring(computer.length() + 1);
    Watched thread = watched.get(name);
    if (thread == null || result.number() != thread.next) {
      return;
    }
    thread.next = result.number() + 1;
    thread.newest = result.bytes();
    thread.any = true;
    thread.bytes += result.bytes().length + OVERHEAD;
    if (thread.bytes > KEPT_BYTES) {
      thread.full = true;
      thread.kept.clear();
    } else {
      thread.kept.add(result.bytes());
    }
    thread.listeners.forEach(listener -> tell(name, listener, result.bytes()));
    if (thread.next % TAKEN_EVERY == 0) {
      tell.accept(new PartialResultsTaken(result.thread(), thread.next));
    }
  }

  // A listener's failure is its own; the others go on.
  private void tell(String name, Consumer<Object> listener, byte[] bytes) {
    try {
      Object value = codec.read(bytes);
      if (value != null) {
        listener.accept(value);
      }
    } catch (RuntimeException e) {
      LOG.error("a listener for partial results of {} failed", name, e);
    }
  }

  /** Waits until the listeners have had all that came on a link before this call. */
  void drain(String name, Link peer) throws InterruptedException {
    if (!watched.containsKey(name) || Thread.currentThread() == caller) {
      return;
    }
    CountDownLatch drained = new CountDownLatch(1);
    peer.afterOneWays(() -> submit(drained::countDown));
    if (!drained.await(DRAIN_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("listeners for partial results of {} are behind", name);
    }
  }

  private void submit(Runnable work) {
    try {
      if (Thread.currentThread() == caller) {
        work.run();
      } else {
        queue.put(work);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("interrupted while listeners were behind", e);
    }
  }

  private void call() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        queue.take().run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    caller.interrupt();
  }
}
