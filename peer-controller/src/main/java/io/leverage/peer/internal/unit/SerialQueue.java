package io.leverage.peer.internal.unit;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other, in order, on the threads of another executor. Bounded: when it is
 * full, whoever adds waits, and so does the other end of the link behind it.
 */
final class SerialQueue implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(SerialQueue.class);
  private static final int CAPACITY = 4096;

  private final Executor executor;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean running;

  SerialQueue(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (tasks) {
      boolean interrupted = false;
      while (tasks.size() == CAPACITY) {
        try {
          tasks.wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      tasks.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    executor.execute(this::runAll);
  }

  private void runAll() {
    while (true) {
      Runnable task;
      synchronized (tasks) {
        Runnable next = tasks.poll();
        if (next == null) {
          running = false;
          return;
        }
        task = next;
        tasks.notifyAll();
      }
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.error("a message's handler failed", e);
      }
    }
  }
}
