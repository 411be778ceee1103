package io.leverage.peer.internal.deploy;

import io.leverage.LeverageException;
import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage.AwaitThread;
import io.leverage.peer.internal.unit.UnitMessage.PartialResult;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import io.leverage.peer.internal.unit.UnitMessage.WatchPartialResults;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this peer's clients wait for: threads' ends and partial results. It looks when it is told
 * that a thread changed, and from time to time in case nobody told.
 */
final class ThreadWatch {
  private static final Logger log = LoggerFactory.getLogger(ThreadWatch.class);

  private record Watcher(Link link, String thread) {}

  private record Waiting(Link link, CompletableFuture<ThreadStatus> end) {}

  private final Roles roles;
  private final ThreadView view;
  private final Map<String, Set<Waiting>> ends = new ConcurrentHashMap<>();
  private final Map<Watcher, Long> partialResults = new ConcurrentHashMap<>();
  private final Set<String> unseen = ConcurrentHashMap.newKeySet();
  private final Coalesced looking;

  ThreadWatch(Roles roles, ThreadView view) {
    this.roles = roles;
    this.view = view;
    this.looking = new Coalesced(roles.executor(), "watching threads", this::look);
  }

  /** Waits for a thread's end. */
  ThreadStatus await(Link link, AwaitThread request) {
    String thread = request.thread();
    Optional<ThreadStatus> now = view.ended(thread);
    if (now.isPresent()) {
      return now.get();
    }
    Waiting waiting = new Waiting(link, new CompletableFuture<>());
    ends.compute(
        thread,
        (t, present) -> {
          Set<Waiting> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(waiting);
          return all;
        });
    changed(thread); // it may have ended meanwhile
    if (!link.isOpen()) {
      closed(link);
    }
    try {
      return waiting.end().get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof LeverageException known ? known : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("interrupted while waiting for " + thread, e);
    }
  }

  /** Begins to push partial results; a link gets those of a thread only once. */
  void watch(Link link, WatchPartialResults request) {
    var unused = roles.threads().require(request.thread());
    if (partialResults.putIfAbsent(new Watcher(link, request.thread()), request.from()) == null) {
      changed(request.thread());
    }
  }

  /** Says that a thread changed. */
  void changed(String thread) {
    unseen.add(thread);
    looking.ask();
  }

  /** Looks at all threads that are watched. */
  void lookAtAll() {
    unseen.addAll(ends.keySet());
    partialResults.keySet().forEach(watcher -> unseen.add(watcher.thread()));
    if (!unseen.isEmpty()) {
      looking.ask();
    }
  }

  /** Forgets what a link waited for. */
  void closed(Link link) {
    partialResults.keySet().removeIf(watcher -> watcher.link() == link);
    for (Set<Waiting> waiting : ends.values()) {
      for (Waiting one : List.copyOf(waiting)) {
        if (one.link() == link) {
          waiting.remove(one);
          one.end().completeExceptionally(new UnreachableException("the link was closed"));
        }
      }
    }
  }

  private void look() {
    for (String thread : new HashSet<>(unseen)) {
      unseen.remove(thread);
      if (ends.containsKey(thread) || isWatched(thread)) {
        look(thread);
      }
    }
  }

  private boolean isWatched(String thread) {
    return partialResults.keySet().stream().anyMatch(watcher -> watcher.thread().equals(thread));
  }

  private void look(String thread) {
    Optional<ThreadStatus> end;
    try {
      end = view.ended(thread);
    } catch (UnreachableException e) {
      log.debug("{} can't be watched now", thread, e);
      return; // looked at again before long
    } catch (LeverageException gone) {
      partialResults.keySet().removeIf(watcher -> watcher.thread().equals(thread));
      finish(thread, waiting -> waiting.end().completeExceptionally(gone));
      return;
    }
    for (Watcher watcher : partialResults.keySet()) {
      if (watcher.thread().equals(thread)) {
        push(watcher);
      }
    }
    end.ifPresent(
        status -> {
          partialResults.keySet().removeIf(watcher -> watcher.thread().equals(thread));
          finish(thread, waiting -> waiting.end().complete(status));
        });
  }

  private void finish(String thread, java.util.function.Consumer<Waiting> finish) {
    Set<Waiting> all = ends.remove(thread);
    if (all != null) {
      all.forEach(finish);
    }
  }

  private void push(Watcher watcher) {
    Long next = partialResults.get(watcher);
    if (next == null) {
      return;
    }
    try {
      while (true) {
        Optional<byte[]> found = roles.publisher().partialResult(watcher.thread(), next);
        if (found.isEmpty()) {
          return;
        }
        watcher.link().send(new PartialResult(watcher.thread(), next, found.get()));
        next++;
        partialResults.replace(watcher, next);
      }
    } catch (UnreachableException e) {
      if (!watcher.link().isOpen()) {
        partialResults.remove(watcher);
      }
      log.debug("{} gets no partial results now", watcher, e);
    }
  }
}
