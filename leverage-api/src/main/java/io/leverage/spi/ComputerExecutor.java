package io.leverage.spi;

import io.leverage.LeverageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An executor service whose tasks run in the virtual threads of a {@link TaskFarm}. */
public final class ComputerExecutor extends AbstractExecutorService {
  private final TaskFarm farm;
  private final Set<VirtualFuture<?>> tasks = ConcurrentHashMap.newKeySet();
  private final Object shutting = new Object();
  private boolean shutdown;

  /**
   * Creates a view.
   *
   * @param farm runs the tasks
   */
  public ComputerExecutor(TaskFarm farm) {
    this.farm = farm;
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
    synchronized (shutting) {
      if (shutdown) {
        throw new RejectedExecutionException("the executor was shut down");
      }
      tasks.add(future);
    }
    try {
      future.start();
    } catch (LeverageException | RejectedExecutionException e) {
      tasks.remove(future);
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
    synchronized (shutting) {
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
    synchronized (shutting) {
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
    return List.copyOf(tasks);
  }

  /** A future that is completed by the end of its task. */
  private final class VirtualFuture<T> extends FutureTask<T> implements TaskFarm.Listener {
    private final Object task;
    private final T value;
    private final Consumer<VirtualFuture<T>> onDone;
    private volatile @Nullable Runnable stop;

    VirtualFuture(Object task, T value, Consumer<VirtualFuture<T>> onDone) {
      super(
          () -> {
            throw new AssertionError("completed by its task");
          });
      this.task = task;
      this.value = value;
      this.onDone = onDone;
    }

    void start() {
      Runnable canceller = farm.run(task, this);
      stop = canceller;
      if (isCancelled()) {
        canceller.run();
      }
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // a task may return null
    public void returned(@Nullable Object result) {
      set(task instanceof Callable<?> ? (T) result : value);
    }

    @Override
    public void failed(Throwable cause) {
      setException(cause);
    }

    @Override
    public void cancelled() {
      super.cancel(false);
    }

    @Override
    protected void done() {
      tasks.remove(this);
      onDone.accept(this);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      Runnable canceller = stop;
      if (cancelled && canceller != null) {
        canceller.run();
      }
      return cancelled;
    }
  }
}
