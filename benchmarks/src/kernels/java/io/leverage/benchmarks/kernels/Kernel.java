package io.leverage.benchmarks.kernels;

import java.util.concurrent.Callable;

/** A well-known small program, run some rounds. Its result is the same each time. */
public abstract class Kernel implements Callable<Long> {
  /** Expected of a kernel whose result changes with the demo. All compilations must agree. */
  public static final long DEPENDS = -1;

  /** Gets the result that shows that it computed what it should. */
  public abstract long expected();

  /** How often the outermost loop runs. The compilers can't see it, so that this loop polls. */
  protected static int rounds(int count) {
    return count;
  }
}
