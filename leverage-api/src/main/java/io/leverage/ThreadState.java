package io.leverage;

/** The states of a virtual thread. */
public enum ThreadState {
  /** Accepted and stored, waiting for a worker with a free slot. */
  WAITING,
  /** Delegated to a worker: running there, or blocked in an operation. */
  RUNNING,
  /** Ended with a result. */
  RETURNED,
  /** Ended by throwing. */
  FAILED,
  /** Ended by {@link VirtualThread#cancel()} or by its virtual computer's end. */
  CANCELLED;

  /**
   * Tells whether the state is final.
   *
   * @return true for the last three
   */
  public boolean ended() {
    return this == RETURNED || this == FAILED || this == CANCELLED;
  }
}
