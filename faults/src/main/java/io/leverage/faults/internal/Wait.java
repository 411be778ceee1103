package io.leverage.faults.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do. */
final class Wait {
  private static final long PAUSE_MILLIS = 50;

  private Wait() {}

  /** Waits until something holds; false if it does not in time. */
  static boolean until(Duration patience, BooleanSupplier condition) {
    long begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begun > patience.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
    return true;
  }

  /** Lets time pass: a fault lasts a while. */
  static void pass(Duration time) {
    var unused = until(time, () -> false);
  }
}
