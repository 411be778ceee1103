package io.leverage.benchmarks.kernels;

import com.offbynull.coroutines.user.Continuation;
import com.offbynull.coroutines.user.Coroutine;
import com.offbynull.coroutines.user.CoroutineRunner;
import java.util.concurrent.Callable;

/** Runs a kernel in a coroutine, which goes on wherever it is suspended. */
public final class Driver implements Callable<Object> {
  private final Kernel kernel;

  /** Creates a driver. */
  public Driver(Callable<?> kernel) {
    this.kernel = (Kernel) kernel;
  }

  @Override
  public Object call() {
    Work work = new Work(kernel);
    CoroutineRunner runner = new CoroutineRunner(work);
    while (runner.execute()) {
      // it was suspended
    }
    return work.result;
  }

  static final class Work implements Coroutine {
    private static final long serialVersionUID = 1;
    private final transient Kernel kernel;
    private transient Object result;

    Work(Kernel kernel) {
      this.kernel = kernel;
    }

    @Override
    public void run(Continuation c) {
      result = kernel.work(c);
    }
  }
}
