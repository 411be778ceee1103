package io.leverage.peer.internal.client;

import io.leverage.LeverageException;
import io.leverage.TaskCancelledException;
import io.leverage.TaskFailedException;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import io.leverage.peer.internal.work.Codec;
import io.leverage.spi.TaskFarm;
import org.jspecify.annotations.Nullable;

/** A task without a name, until its end is told. */
final class SentTask {
  private final byte[] image;
  private final TaskFarm.Listener listener;
  private volatile boolean alone;
  private volatile boolean cancelled;
  private volatile @Nullable SentCrew crew;

  SentTask(byte[] image, TaskFarm.Listener listener) {
    this.image = image;
    this.listener = listener;
  }

  byte[] image() {
    return image;
  }

  /** Tells whether it is to have a thread of its own, since a crew with it came to nothing. */
  boolean isAlone() {
    return alone;
  }

  boolean isCancelled() {
    return cancelled;
  }

  void sentIn(SentCrew with) {
    crew = with;
  }

  SentTask separated() {
    alone = true;
    return this;
  }

  /** Cancels it: it is not sent any more, or its thread is stopped when that is its alone. */
  void cancel() {
    cancelled = true;
    SentCrew sent = crew;
    if (sent != null) {
      sent.taskCancelled();
    }
  }

  /** Tells how it ended, or how the thread did that was its alone. */
  void ended(ThreadStatus end, Codec codec) {
    try {
      listener.returned(ThreadEnd.result(end, codec));
    } catch (TaskFailedException e) {
      listener.failed(e.getCause() == null ? e : e.getCause());
    } catch (TaskCancelledException e) {
      listener.cancelled();
    } catch (LeverageException e) {
      listener.failed(e);
    }
  }

  void failed(Throwable cause) {
    listener.failed(cause);
  }

  void closed() {
    listener.cancelled();
  }
}
