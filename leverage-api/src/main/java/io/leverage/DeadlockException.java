package io.leverage;

/**
 * A virtual thread waited for a lock that was held, directly or through others, by threads that
 * waited for the locks that it holds. One of the threads in such a cycle gets this exception, whose
 * message names all of them and their locks; it no longer waits, and should release what it holds.
 */
public final class DeadlockException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message names the cycle
   */
  public DeadlockException(String message) {
    super(message);
  }
}
