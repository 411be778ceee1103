package io.leverage.spi;

import io.leverage.GlobalLock;

/** The operation of getting a lock. Its result is the hold's token, a {@link Long}. */
public final class LockAcquire extends NumberedOperation {
  private final GlobalLock lock;
  private final long leaseNanos;

  /**
   * Creates the operation.
   *
   * @param lock the lock
   * @param leaseNanos how long others wait before they take it away; 0 for as long as it takes
   */
  public LockAcquire(GlobalLock lock, long leaseNanos) {
    this.lock = lock;
    this.leaseNanos = leaseNanos;
  }

  /** Gets the lock. */
  public GlobalLock lock() {
    return lock;
  }

  /** Gets how long others wait before they take it away; 0 for as long as it takes. */
  public long leaseNanos() {
    return leaseNanos;
  }

  @Override
  public String describe() {
    return "wait for lock " + lock.name();
  }
}
