package io.leverage.spi;

import io.leverage.GlobalLock;

/** The operation of releasing a lock. */
public final class LockRelease extends NumberedOperation {
  private final GlobalLock lock;

  /**
   * Creates the operation.
   *
   * @param lock the lock
   */
  public LockRelease(GlobalLock lock) {
    this.lock = lock;
  }

  /** Gets the lock. */
  public GlobalLock lock() {
    return lock;
  }

  @Override
  public String describe() {
    return "release of lock " + lock.name();
  }
}
