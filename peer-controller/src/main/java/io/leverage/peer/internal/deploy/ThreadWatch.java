package io.leverage.peer.internal.deploy;

import io.leverage.UnreachableException;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.UnitMessage;
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

  private record Waiting(Link link, CompletableFuture<UnitMessage> end) {}

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

  /**
   * Waits for a thread's end. The answer comes after all partial results that this link watches the
   * thread for, so that who has the end has them too.
   */
  CompletableFuture<UnitMessage> await(Link link, AwaitThread request) {
    Waiting waiting = new Waiting(link, new CompletableFuture<>());
    ends.compute(
        request.thread(),
        (thread, present) -> {
          Set<Waiting> all = present == null ? ConcurrentHashMap.newKeySet() : present;
          all.add(waiting);
          return all;
        });
    changed(request.thread()); // it may have ended already
    if (!link.isOpen()) {
      closed(link);
    }
    return waiting.end();
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
    try {
      tell(thread);
    } catch (UnreachableException e) {
      log.debug("{} can't be watched now", thread, e);
    } catch (RuntimeException gone) {
      partialResults.keySet().removeAll(watchersOf(thread));
      finish(thread, waiting -> waiting.end().completeExceptionally(gone));
    }
  }

  /** Tells what there is to tell; what can't be told now is when it looks again. */
  private void tell(String thread) {
    Optional<ThreadStatus> end = view.ended(thread);
    boolean all = true;
    for (Watcher watcher : watchersOf(thread)) {
      boolean pushed = push(watcher);
      all &= pushed;
      if (pushed && end.isPresent()) {
        partialResults.remove(watcher);
      }
    }
    if (all && end.isPresent()) {
      finish(thread, waiting -> waiting.end().complete(end.get()));
    }
  }

  private List<Watcher> watchersOf(String thread) {
    return partialResults.keySet().stream()
        .filter(watcher -> watcher.thread().equals(thread))
        .toList();
  }

  private void finish(String thread, java.util.function.Consumer<Waiting> finish) {
    Set<Waiting> all = ends.remove(thread);
    if (all != null) {
      all.forEach(finish);
    }
  }

  /** Sends what a watcher has not had; false if there may be more, which is sent later. */
  private boolean push(Watcher watcher) {
    Long next = partialResults.get(watcher);
    if (next == null) {
      return true;
    }
    try {
      while (true) {
        Optional<byte[]> found = roles.publisher().partialResult(watcher.thread(), next);
        if (found.isEmpty()) {
          return true;
        }
        watcher.link().send(new PartialResult(watcher.thread(), next, found.get()));
        next++;
        partialResults.replace(watcher, next);
      }
    } catch (UnreachableException e) {
      log.debug("{} gets no partial results now", watcher, e);
      boolean gone = !watcher.link().isOpen();
      if (gone) {
        partialResults.remove(watcher);
      }
      return gone;
    }
  }
}
