package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.UnitMessage.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * Small tasks that share a virtual thread, one after the other, until it is captured.
 *
 * <p>Nothing of a crew is committed before all its ends are, in the thread's last commit. But if it
 * is captured before, because it waits, moves, or one task takes long, then the checkpoint is that
 * of the one task that it is in: the same commit reports the ends of those before it, and gives
 * back those after it. So a task that waits holds up no other one, and at each death a task either
 * is resumed, or nothing of it was ever visible.
 *
 * <p>Used by one carrier at a time; {@link #holdsUp} by any thread.
 */
final class Crew {
  private static final int MOST_BYTES = 1 << 20;
  private static final int SLICES_OF_A_TASK = 2;
  private static final int SLICES_OF_ALL = 4;

  private final byte[][] tasks;
  private final long slice;
  private final long began;
  private final List<Ending> done = new ArrayList<>();
  private long bytes;
  private int next;
  private volatile long taskBegan;

  /**
   * Creates a crew.
   *
   * @param tasks the codec's image of each task
   * @param slice in nanoseconds: after two of them a task should not keep others waiting, and after
   *     four the ends so far should be told
   */
  Crew(byte[][] tasks, long slice, long now) {
    this.tasks = tasks;
    this.slice = slice;
    this.began = now;
    this.taskBegan = now;
  }

  /** Begins the next task; gets its image. */
  byte[] begin(long now) {
    taskBegan = now;
    byte[] task = tasks[next];
    next = next + 1;
    return task;
  }

  /** The present task has ended. */
  void ended(Ending how) {
    done.add(how);
    bytes += how.result() == null ? 0 : how.result().length;
  }

  /** Tells whether the crew is to end here, and what it has not begun goes back. */
  boolean isOver(long now) {
    return next == tasks.length || bytes > MOST_BYTES || now - began > SLICES_OF_ALL * slice;
  }

  /** Tells whether there are others than the present task, before it or after it. */
  boolean hasOthers() {
    return tasks.length > 1;
  }

  /** Tells whether the present task has taken so long that others should not wait for it. */
  boolean holdsUp(long now) {
    return hasOthers() && now - taskBegan > SLICES_OF_A_TASK * slice;
  }

  /**
   * Tells the ends so far.
   *
   * @param running whether the thread goes on, as that of the present task
   */
  byte[] report(boolean running, long now) {
    return new CrewReport(done, running, now - began).encode();
  }
}
