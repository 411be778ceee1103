package program;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Waits on its carrier, where nothing can capture it, until enough others do the same. */
public final class Meeting implements Callable<Boolean>, MobileTask {
  public static final int GUESTS = 4;

  private static final CountDownLatch COME = new CountDownLatch(GUESTS);

  @Override
  public Boolean call() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object runMobile(Continuation c) throws InterruptedException {
    COME.countDown();
    COME.await();
    return true;
  }
}
