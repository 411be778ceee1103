package program;

import io.leverage.VirtualThread;
import io.leverage.continuation.Continuation;

/** Steps of scripts. */
public final class Steps {
  private Steps() {}

  public static Object send(String receiver, Object payload) {
    VirtualThread.current().send(receiver, payload);
    return null;
  }

  public static Object report(Object partial) {
    VirtualThread.current().report(partial);
    return null;
  }

  public static Object hint(Continuation c) {
    VirtualThread.checkpoint(c);
    return null;
  }
}
