package io.leverage.peer.internal.client;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * How many crews there should be, and how large, as those before them teach.
 *
 * <p>A crew costs the mesh some milliseconds, whatever its tasks do. So where tasks are small there
 * are few crews, and the tasks that come while they are on their way gather for the next; where
 * tasks take longer than that there are as many crews as all workers can use. So it is, too, where
 * there is a crew for each task.
 *
 * <p>Used under the lock of its owner.
 */
final class CrewPlan {
  static final int FEWEST = 2;
  static final int MOST = 8;
  static final int LARGEST = 1024;
  private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** How long the tasks of a crew should take, where there are enough for several. */
  private static final long WORTH_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static final int REMEMBERED = 8;

  /** How long each task took in the last crews; the least counts, as it is least disturbed. */
  private final Deque<Double> taskNanos = new ArrayDeque<>();

  /** That least; kept, since it is asked for with each task. */
  private double least;

  private int size = 1;

  /** Gets how many tasks were found to go well together. */
  int size() {
    return size;
  }

  /**
   * Gets how many crews may be on their way at once.
   *
   * @param tasks how many tasks wait or are on their way
   */
  int crews(int tasks) {
    if (taskNanos.isEmpty() || tasks <= MOST) {
      return MOST;
    }
    double worth = Math.ceil(tasks * least / WORTH_NANOS);
    return (int) Math.max(FEWEST, Math.min(MOST, worth));
  }

  /**
   * Gets how many tasks the next crew should have, so that they share the work; not more than were
   * found to go well together.
   *
   * @param tasks how many tasks wait or are on their way
   */
  int crewOf(int tasks) {
    int crews = crews(tasks);
    return Math.max(1, Math.min(size, (tasks + crews - 1) / crews));
  }

  /** Learns that the crews on their way take long, whatever those before them did. */
  void stalled() {
    taskNanos.clear();
  }

  /**
   * Learns from a crew.
   *
   * @param nanos how long it ran
   * @param begun how many of its tasks it began in that time
   * @param whole whether it ran all its tasks to their ends
   */
  void measured(long nanos, int begun, boolean whole) {
    taskNanos.add((double) nanos / Math.max(1, begun));
    if (taskNanos.size() > REMEMBERED) {
      taskNanos.remove();
    }
    least = Collections.min(taskNanos);
    if (!whole) {
      size = Math.max(1, size / 2);
    } else if (nanos < QUICK_NANOS) {
      size = Math.min(LARGEST, 2 * size);
    }
  }
}
