package program;

import java.util.concurrent.CountDownLatch;

/** Waits where no capture is possible. */
public final class Pinning {
  public static final CountDownLatch ENTERED = new CountDownLatch(1);
  public static final CountDownLatch LEAVE = new CountDownLatch(1);

  private Pinning() {}

  public static Object enterAndWait() throws InterruptedException {
    ENTERED.countDown();
    LEAVE.await();
    return null;
  }
}
