package io.leverage.spi;

import io.leverage.LeverageException;
import io.leverage.TaskCancelledException;
import io.leverage.TaskFailedException;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * An executor service whose tasks are virtual threads.
 *
 * <p>The futures that it hands out wait for their virtual threads on library threads, so {@code
 * get} with a time-out and {@code cancel} behave as everywhere.
 */
public final class ComputerExecutor extends AbstractExecutorService {
  private final VirtualComputer computer;
  private final String prefix = "task-" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final List<VirtualFuture<?>> tasks = new ArrayList<>();
  private long started;
  private boolean shutdown;

  /**
   * Creates a view.
   *
   * @param computer the virtual computer
   */
  public ComputerExecutor(VirtualComputer computer) {
    this.computer = computer;
  }

  @Override
  @SuppressWarnings("NullAway") // the value is that of a Runnable only
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
    return new VirtualFuture<>(task, null, done -> {});
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable task, T value) {
    return new VirtualFuture<>(task, value, done -> {});
  }

  @Override
  @SuppressWarnings("NullAway") // a command that is no task has no value
  public void execute(Runnable command) {
    VirtualFuture<?> future =
        command instanceof VirtualFuture<?> own
            ? own
            : new VirtualFuture<>(command, null, done -> {});
    String name;
    synchronized (tasks) {
      if (shutdown) {
        throw new RejectedExecutionException("the executor was shut down");
      }
      tasks.removeIf(VirtualFuture::isDone);
      tasks.add(future);
      name = prefix + started++;
    }
    try {
      future.start(name);
    } catch (LeverageException e) {
      synchronized (tasks) {
        tasks.remove(future);
      }
      throw e;
    }
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> callables)
      throws InterruptedException, ExecutionException {
    try {
      return any(callables, Long.MAX_VALUE);
    } catch (TimeoutException e) {
      throw new AssertionError("three centuries are over", e);
    }
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> callables, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return any(callables, unit.toNanos(timeout));
  }

  /** The inherited one wraps the tasks in futures of this process, which can't travel. */
  @SuppressWarnings("NullAway") // a Callable's future needs no value
  private <T> T any(Collection<? extends Callable<T>> callables, long nanos)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (callables.isEmpty()) {
      throw new IllegalArgumentException("invokeAny needs at least one task");
    }
    long begun = System.nanoTime();
    BlockingQueue<VirtualFuture<T>> ended = new LinkedBlockingQueue<>();
    List<VirtualFuture<T>> futures = new ArrayList<>();
    try {
      for (Callable<T> callable : callables) {
        VirtualFuture<T> future = new VirtualFuture<>(callable, null, ended::add);
        futures.add(future);
        execute(future);
      }
      while (true) {
        VirtualFuture<T> next =
            ended.poll(nanos - (System.nanoTime() - begun), TimeUnit.NANOSECONDS);
        if (next == null) {
          throw new TimeoutException("none of " + futures.size() + " tasks has returned in time");
        }
        futures.remove(next);
        try {
          return next.get();
        } catch (ExecutionException e) {
          if (futures.isEmpty()) {
            throw e;
          }
        }
      }
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }

  @Override
  public void shutdown() {
    synchronized (tasks) {
      shutdown = true;
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    for (VirtualFuture<?> task : snapshot()) {
      task.cancel(true);
    }
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    synchronized (tasks) {
      return shutdown;
    }
  }

  @Override
  public boolean isTerminated() {
    return isShutdown() && snapshot().stream().allMatch(VirtualFuture::isDone);
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    for (VirtualFuture<?> task : snapshot()) {
      try {
        task.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return false;
      } catch (ExecutionException | CancellationException e) {
        assert task.isDone() : "a task that failed has terminated";
      }
    }
    return isShutdown();
  }

  private List<VirtualFuture<?>> snapshot() {
    synchronized (tasks) {
      return List.copyOf(tasks);
    }
  }

  /** A future that is completed by its virtual thread's end. */
  private final class VirtualFuture<T> extends FutureTask<T> {
    private final Object task;
    private final T value;
    private final Consumer<VirtualFuture<T>> onDone;
    private volatile VirtualThread<?> thread;

    @SuppressWarnings("NullAway") // a Runnable's value may be null; the thread is set by start
    VirtualFuture(Object task, T value, Consumer<VirtualFuture<T>> onDone) {
      super(
          () -> {
            throw new AssertionError("completed by its virtual thread");
          });
      this.task = task;
      this.value = value;
      this.onDone = onDone;
    }

    void start(String name) {
      thread =
          task instanceof Callable<?> callable
              ? computer.start(name, callable)
              : computer.start(name, (Runnable) task);
      Thread waiter = new Thread(this, "leverage-future-" + name);
      waiter.setDaemon(true);
      waiter.start();
    }

    @Override
    @SuppressWarnings("unchecked")
    public void run() {
      try {
        Object result = thread.result();
        set(task instanceof Callable<?> ? (T) result : value);
      } catch (TaskFailedException e) {
        setException(e.getCause() == null ? e : e.getCause());
      } catch (TaskCancelledException e) {
        cancel(false);
      } catch (LeverageException e) {
        setException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        setException(e);
      }
    }

    @Override
    protected void done() {
      onDone.accept(this);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      if (cancelled && thread != null) {
        thread.cancel();
      }
      return cancelled;
    }
  }
}
