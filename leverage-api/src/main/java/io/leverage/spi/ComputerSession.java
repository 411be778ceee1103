package io.leverage.spi;

import io.leverage.ThreadState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A program's connection to one virtual computer. Safe for use by many threads. The methods throw
 * the exceptions that the API documents.
 */
public interface ComputerSession extends GlobalAccess, AutoCloseable {
  /** Gets the virtual computer's id. */
  String id();

  /** Changes the quota. */
  void enrol(int workers);

  /** Counts the enrolled workers. */
  int workers();

  /** Starts a virtual thread from a {@code Callable} or {@code Runnable}. */
  void start(String name, Object task);

  /** Gets what runs tasks that have no names. */
  TaskFarm farm();

  /** Gets a thread's state. */
  ThreadState state(String name);

  /**
   * Waits for a thread's end.
   *
   * @param timeout how long; null for as long as it takes
   * @return true if the thread has ended
   */
  boolean await(String name, @Nullable Duration timeout) throws InterruptedException;

  /** Gets the result of a thread that has ended, or throws what its end calls for. */
  @Nullable Object result(String name);

  /** Cancels a thread. */
  void cancel(String name);

  /** Adds a listener for partial results, from the first on. */
  void onPartialResult(String name, Consumer<Object> listener);

  /** Gets the newest partial result delivered here. */
  Optional<Object> partialResult(String name);

  /** Ends the virtual computer. */
  @Override
  void close();
}
