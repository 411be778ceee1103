package io.leverage;

import io.leverage.spi.Access;
import io.leverage.spi.ComputerExecutor;
import io.leverage.spi.ComputerSession;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * A computer made of peers: it enrols workers up to a quota, keeps the quota filled while peers
 * come and go, and runs virtual threads on them.
 *
 * <p>Safe for use by many threads.
 */
public final class VirtualComputer implements AutoCloseable {
  private final ComputerSession session;

  private VirtualComputer(ComputerSession session) {
    this.session = session;
  }

  /**
   * Opens a virtual computer with one worker.
   *
   * @return the virtual computer
   * @throws UnreachableException if no peer can be reached
   */
  public static VirtualComputer open() {
    return builder().open();
  }

  /**
   * Starts to describe a virtual computer.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Describes a virtual computer. */
  public static final class Builder {
    private int workers = 1;
    private @Nullable String peer;

    private Builder() {}

    /**
     * Sets the quota of workers. Fewer may be enrolled while there are fewer peers.
     *
     * @param quota 1 or more; 1 unless set
     * @return this
     */
    public Builder workers(int quota) {
      if (quota < 1) {
        throw new IllegalArgumentException("a virtual computer needs at least 1 worker: " + quota);
      }
      this.workers = quota;
      return this;
    }

    /**
     * Sets the peer to reach. Unless set, it is the peer that {@code leverage run} names, else one
     * that runs inside this program.
     *
     * @param address {@code host:port} of a peer on this machine
     * @return this
     */
    public Builder peer(String address) {
      this.peer = address;
      return this;
    }

    /**
     * Opens the virtual computer.
     *
     * @return the virtual computer; its workers are enrolled as they answer
     * @throws UnreachableException if the peer can't be reached
     */
    public VirtualComputer open() {
      return new VirtualComputer(Access.open(workers, Optional.ofNullable(peer)));
    }
  }

  /**
   * Gets the id by which any peer knows this virtual computer.
   *
   * @return the id
   */
  public String id() {
    return session.id();
  }

  /**
   * Changes the quota of workers.
   *
   * @param workers 1 or more
   */
  public void enrol(int workers) {
    session.enrol(workers);
  }

  /**
   * Counts the workers that are enrolled now.
   *
   * @return 0 up to the quota
   */
  public int workers() {
    return session.workers();
  }

  /**
   * Starts a virtual thread that returns a result.
   *
   * @param name its name, unique within this virtual computer
   * @param task what it runs; copied to the worker, so its fields must be serialisable
   * @param <R> the type of the result
   * @return the virtual thread
   * @throws RefusedException if the name is taken, the task's class was not preprocessed, or its
   *     state can't be serialised; the message says which and what to do
   */
  public <R> VirtualThread<R> start(String name, Callable<R> task) {
    session.start(name, task);
    return new VirtualThread<>(id(), name);
  }

  /**
   * Starts a virtual thread that returns nothing; see {@link #start(String, Callable)}.
   *
   * @param name its name, unique within this virtual computer
   * @param task what it runs
   * @return the virtual thread
   */
  public VirtualThread<@Nullable Void> start(String name, Runnable task) {
    session.start(name, task);
    return new VirtualThread<>(id(), name);
  }

  /**
   * Finds a virtual thread by its name.
   *
   * @param name the name
   * @return the virtual thread
   * @throws RefusedException if no thread of this virtual computer has the name
   */
  public VirtualThread<?> thread(String name) {
    var unused = session.state(name);
    return new VirtualThread<>(id(), name);
  }

  /**
   * Declares a global variable.
   *
   * @param name its name
   * @param initial its value until the first write
   * @param <T> its type
   * @return a reference to it
   */
  public <T> GlobalVariable<T> global(String name, T initial) {
    return new GlobalVariable<>(id(), name, initial);
  }

  /**
   * Names a lock.
   *
   * @param name its name
   * @return a reference to it
   */
  public GlobalLock lock(String name) {
    return new GlobalLock(id(), name);
  }

  /**
   * Views this virtual computer as an executor service. Small tasks share a virtual thread, one
   * after the other; each that waits, takes long, or asks for its thread gets one of its own.
   * {@code submit} waits while very many tasks wait for workers. Shutting the view down leaves the
   * virtual computer open.
   *
   * @return a new view
   */
  public ExecutorService executor() {
    return new ComputerExecutor(session.farm());
  }

  /** Ends the virtual computer: cancels its threads, releases its workers. */
  @Override
  public void close() {
    session.close();
  }

  @Override
  public String toString() {
    return "virtual computer " + id();
  }
}
