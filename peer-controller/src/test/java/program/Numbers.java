package program;

import io.leverage.GlobalVariable;
import io.leverage.Message;
import io.leverage.VirtualThread;
import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Unwind;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Sends, receives, or adds up a number of times; its result is the list of what it received. */
public final class Numbers implements Callable<ArrayList<String>>, MobileTask {
  private final int count;
  private final @Nullable String receiver;
  private final @Nullable GlobalVariable<Integer> sum;

  private Numbers(int count, @Nullable String receiver, @Nullable GlobalVariable<Integer> sum) {
    this.count = count;
    this.receiver = receiver;
    this.sum = sum;
  }

  public static Numbers send(String receiver, int count) {
    return new Numbers(count, receiver, null);
  }

  public static Numbers receive(int count) {
    return new Numbers(count, null, null);
  }

  public static Numbers add(GlobalVariable<Integer> sum, int count) {
    return new Numbers(count, null, sum);
  }

  @Override
  public ArrayList<String> call() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object runMobile(Continuation c) throws Exception {
    return run(c, 0, new ArrayList<>());
  }

  private Object run(Continuation c, int from, ArrayList<String> got) {
    for (int i = from; i < count; i++) {
      if (c.poll && c.slow()) {
        throw c.save(new NumbersFrame(this, i, false, got));
      }
      try {
        if (sum != null) {
          sum.update(c, n -> n + 1);
        } else if (receiver != null) {
          VirtualThread.current().send(receiver, i);
          if (i % 10 == 9) {
            VirtualThread.checkpoint(c);
          }
        } else {
          Message message = VirtualThread.current().receive(c);
          got.add(message.sender() + ":" + message.payload());
        }
      } catch (Unwind u) {
        throw c.save(new NumbersFrame(this, i, true, got));
      }
    }
    return got;
  }

  static final class NumbersFrame extends HandWritten {
    private final Numbers self;
    private final int i;
    private final boolean inside;
    private final ArrayList<String> got;

    NumbersFrame(Numbers self, int i, boolean inside, ArrayList<String> got) {
      this.self = self;
      this.i = i;
      this.inside = inside;
      this.got = got;
    }

    @Override
    protected Object resumeAny(Continuation c) throws Exception {
      if (!inside) {
        return self.run(c, i, got);
      }
      Object result;
      try {
        result = c.resumeObject();
      } catch (Unwind u) {
        throw c.save(this);
      }
      if (result instanceof Message message) {
        got.add(message.sender() + ":" + message.payload());
      }
      return self.run(c, i + 1, got);
    }
  }
}
