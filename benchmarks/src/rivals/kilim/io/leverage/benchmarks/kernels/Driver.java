package io.leverage.benchmarks.kernels;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import kilim.Fiber;
import kilim.Pausable;
import kilim.Task;

/** Runs a kernel in a fiber, which goes on wherever it is suspended, without a scheduler. */
public final class Driver implements Callable<Object> {
  private final Kernel kernel;
  private final Method execute;

  /** Creates a driver. */
  public Driver(Callable<?> kernel) throws NoSuchMethodException {
    this.kernel = (Kernel) kernel;
    this.execute = Work.class.getMethod("execute", Fiber.class); // as the weaver makes it
  }

  @Override
  public Object call() throws ReflectiveOperationException {
    Work work = new Work(kernel);
    Fiber fiber = new Fiber(work);
    do {
      execute.invoke(work, fiber.begin());
    } while (!fiber.end());
    return work.result;
  }

  /** The task that the weaver changes. */
  public static final class Work extends Task<Object> {
    private final Kernel kernel;
    Object result;

    Work(Kernel kernel) {
      this.kernel = kernel;
    }

    @Override
    public void execute() throws Pausable {
      result = kernel.work();
    }
  }
}
