package program;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import java.util.concurrent.Callable;

/** Counts to a limit, as the preprocessor would transform it. */
public final class Counting implements Callable<Long>, MobileTask {
  private final long limit;

  public Counting(long limit) {
    this.limit = limit;
  }

  @Override
  public Long call() {
    return count(Continuation.PINNED, 0, 0);
  }

  @Override
  public Object runMobile(Continuation c) {
    return count(c, 0, 0);
  }

  private long count(Continuation c, long from, long begun) {
    long sum = begun;
    for (long i = from; i < limit; i++) {
      if (c.poll && c.slow()) {
        throw c.save(new CountFrame(this, i, sum));
      }
      sum += i;
    }
    return sum;
  }

  static final class CountFrame extends HandWritten {
    private final Counting self;
    private final long i;
    private final long sum;

    CountFrame(Counting self, long i, long sum) {
      this.self = self;
      this.i = i;
      this.sum = sum;
    }

    @Override
    protected Object resumeAny(Continuation c) {
      return self.count(c, i, sum);
    }
  }
}
