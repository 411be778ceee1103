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

  private record Waiting(Link link, CompletableFuture<UnitMessage> end) {}

  private final Roles roles;
  private final ThreadView view;
  private final Map<String, Set<Waiting>> ends = new ConcurrentHashMap<>();

  /** Of each thread that is watched, by whom, and the number of what each gets next. */
  private final Map<String, Map<Link, Long>> partialResults = new ConcurrentHashMap<>();

  private final Set<String> unseen = ConcurrentHashMap.newKeySet();
  private final Coalesced looking;

  ThreadWatch(Roles roles, ThreadView view) {
    this.roles = roles;
    this.view = view;
    this.looking =
        new Coalesced(roles.executor(), roles.context().timer(), "watching threads", this::look);
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
    boolean[] added = {false};
    partialResults.compute(
        request.thread(),
        (thread, present) -> {
          Map<Link, Long> all = present == null ? new ConcurrentHashMap<>() : present;
          added[0] = all.putIfAbsent(link, request.from()) == null;
          return all;
        });
    if (added[0]) {
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
    unseen.addAll(partialResults.keySet());
    if (!unseen.isEmpty()) {
      looking.ask();
    }
  }

  /** Forgets what a link waited for. */
  void closed(Link link) {
    partialResults.keySet().forEach(thread -> unwatch(thread, link));
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
      if (ends.containsKey(thread) || partialResults.containsKey(thread)) {
        look(thread);
      }
    }
  }

  private void unwatch(String thread, Link link) {
    partialResults.computeIfPresent(
        thread,
        (name, all) -> {
          all.remove(link);
          return all.isEmpty() ? null : all;
        });
  }

  private void look(String thread) {
    try {
      tell(thread);
    } catch (UnreachableException e) {
      log.debug("{} can't be watched now", thread, e);
    } catch (RuntimeException gone) {
      partialResults.remove(thread);
      finish(thread, waiting -> waiting.end().completeExceptionally(gone));
    }
  }

  /** Tells what there is to tell; what can't be told now is when it looks again. */
  private void tell(String thread) {
    Optional<ThreadStatus> end = view.ended(thread);
    boolean all = true;
    Map<Link, Long> watchers = partialResults.getOrDefault(thread, Map.of());
    for (Link link : watchers.keySet()) {
      boolean pushed = push(thread, link, watchers);
      all &= pushed;
      if (pushed && end.isPresent()) {
        unwatch(thread, link);
      }
    }
    if (all && end.isPresent()) {
      finish(thread, waiting -> waiting.end().complete(end.get()));
    }
  }

  private void finish(String thread, java.util.function.Consumer<Waiting> finish) {
    Set<Waiting> all = ends.remove(thread);
    if (all != null) {
      all.forEach(finish);
    }
  }

  /** Sends what a watcher has not had; false if there may be more, which is sent later. */
  private boolean push(String thread, Link link, Map<Link, Long> watchers) {
    Long next = watchers.get(link);
    if (next == null) {
      return true;
    }
    try {
      while (true) {
        Optional<byte[]> found = roles.publisher().partialResult(thread, next);
        if (found.isEmpty()) {
          return true;
        }
        link.send(new PartialResult(thread, next, found.get()));
        next++;
        watchers.replace(link, next);
      }
    } catch (UnreachableException e) {
      log.debug("{} gets no partial results of {} now", link.name(), thread, e);
      boolean gone = !link.isOpen();
      if (gone) {
        unwatch(thread, link);
      }
      return gone;
    }
  }
}
