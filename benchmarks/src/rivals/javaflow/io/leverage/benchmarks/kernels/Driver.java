package io.leverage.benchmarks.kernels;

import java.util.concurrent.Callable;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** Runs a kernel in a continuation, which goes on wherever it is suspended. */
public final class Driver implements Callable<Object> {
  private final Kernel kernel;

  /** Creates a driver. */
  public Driver(Callable<?> kernel) {
    this.kernel = (Kernel) kernel;
  }

  @Override
  public Object call() {
    Work work = new Work(kernel);
    Continuation continuation = Continuation.startWith(work);
    while (continuation != null) {
      continuation = continuation.resume();
    }
    return work.result;
  }

  static final class Work implements Runnable {
    private final Kernel kernel;
    Object result;

    Work(Kernel kernel) {
      this.kernel = kernel;
    }

    @Override
    @continuable
    public void run() {
      result = kernel.work();
    }
  }
}
