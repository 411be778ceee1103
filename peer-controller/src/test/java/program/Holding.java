package program;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds an OS thread in a local, which no checkpoint can hold, until it is released. */
public final class Holding implements Runnable, MobileTask {
  public static final AtomicBoolean RELEASED = new AtomicBoolean();

  @Override
  public void run() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object runMobile(Continuation c) {
    return hold(c, Thread.currentThread());
  }

  private static Object hold(Continuation c, Thread held) {
    while (!RELEASED.get()) {
      if (c.poll && c.slow()) {
        throw c.save(new HoldFrame(held));
      }
    }
    return "unharmed";
  }

  static final class HoldFrame extends HandWritten {
    private final Thread held;

    HoldFrame(Thread held) {
      this.held = held;
    }

    @Override
    protected Object resumeAny(Continuation c) {
      return hold(c, held);
    }
  }
}
