package io.leverage.runtime.internal.exec;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The threads that a program has beside its main thread: those of its thread group, and those of
 * the common pool, which newer JDKs keep in a group of their own. While one of them may run the
 * program's code, statics and objects can't move.
 *
 * <p>The common pool keeps its threads for a while when they have nothing to do. One that is idle
 * has only the pool's own frames on its stack. That alone doesn't suffice, as one that has just
 * taken a task looks the same; and neither does the pool's word that it is quiescent, as it doesn't
 * count threads that wait inside a task.
 */
final class OtherThreads {
  private static final Set<String> IDLE =
      Set.of(
          ForkJoinPool.class.getName(),
          ForkJoinWorkerThread.class.getName(),
          LockSupport.class.getName(),
          "jdk.internal.misc.Unsafe",
          "java.lang.Thread");

  private final ThreadGroup group;

  OtherThreads(ThreadGroup group) {
    this.group = group;
  }

  /** Tells whether none runs the program's code, or could without the main thread. */
  boolean areIdle() {
    return own().isEmpty() && isIdle(ForkJoinPool.commonPool());
  }

  /** Gets those of the program's group that are alive. */
  List<Thread> own() {
    return live(group).filter(thread -> !isOf(ForkJoinPool.commonPool(), thread)).toList();
  }

  private static Stream<Thread> live(ThreadGroup group) {
    Thread[] threads = new Thread[group.activeCount() + 16];
    int count = group.enumerate(threads);
    return Arrays.stream(threads, 0, count)
        .filter(thread -> thread != Thread.currentThread() && thread.isAlive());
  }

  private static boolean isOf(ForkJoinPool pool, Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker && Objects.equals(worker.getPool(), pool);
  }

  private boolean isIdle(ForkJoinPool pool) {
    if (pool.getPoolSize() == 0) {
      return !pool.hasQueuedSubmissions();
    }
    if (pool.hasQueuedSubmissions() || !pool.isQuiescent()) {
      return false;
    }
    return live(root()).filter(each -> isOf(pool, each)).allMatch(OtherThreads::isIdle)
        && pool.isQuiescent()
        && !pool.hasQueuedSubmissions();
  }

  private ThreadGroup root() {
    ThreadGroup root = group;
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return root;
  }

  private static boolean isIdle(Thread worker) {
    return Arrays.stream(worker.getStackTrace())
        .map(frame -> frame.getClassName().replaceFirst("\\$.*", ""))
        .allMatch(IDLE::contains);
  }
}
