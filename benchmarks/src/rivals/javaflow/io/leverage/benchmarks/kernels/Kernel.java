package io.leverage.benchmarks.kernels;

import java.util.concurrent.Callable;

/** A kernel, as the others are, whose work may be suspended. */
public abstract class Kernel implements Callable<Long> {
  /** Expected of a kernel whose result changes with the demo. */
  public static final long DEPENDS = -1;

  /** Gets the result that shows that it computed what it should. */
  public abstract long expected();

  /** Does the work. */
  @org.apache.commons.javaflow.api.continuable
  public abstract Long work();

  @Override
  public Long call() {
    throw new UnsupportedOperationException("a driver calls work");
  }

  /** How often the outermost loop runs. */
  protected static int rounds(int count) {
    return count;
  }
}
