package program;

import io.leverage.Message;
import io.leverage.VirtualThread;
import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Unwind;
import java.util.concurrent.Callable;

/** Receives some messages and says from whom and what they were. */
public final class Receiving implements Callable<String>, MobileTask {
  private final int count;

  public Receiving(int count) {
    this.count = count;
  }

  @Override
  public String call() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object runMobile(Continuation c) {
    return receive(c, 0, "");
  }

  private String receive(Continuation c, int from, String had) {
    String all = had;
    for (int i = from; i < count; i++) {
      Message message;
      try {
        message = VirtualThread.current().receive(c);
      } catch (Unwind u) {
        throw c.save(new ReceiveFrame(this, i, all));
      }
      all += message.sender() + "=" + message.payload() + " ";
    }
    return all;
  }

  static final class ReceiveFrame extends HandWritten {
    private final Receiving self;
    private final int i;
    private final String all;

    ReceiveFrame(Receiving self, int i, String all) {
      this.self = self;
      this.i = i;
      this.all = all;
    }

    @Override
    protected Object resumeAny(Continuation c) {
      Message message;
      try {
        message = (Message) c.resumeObject();
      } catch (Unwind u) {
        throw c.save(this);
      }
      return self.receive(c, i + 1, all + message.sender() + "=" + message.payload() + " ");
    }
  }
}
