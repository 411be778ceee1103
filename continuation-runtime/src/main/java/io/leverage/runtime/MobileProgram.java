package io.leverage.runtime;

import io.leverage.runtime.internal.exec.ProgramRun;
import java.net.URL;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A program whose {@code main} runs as a virtual thread in this process. At chosen safepoints its
 * stack and its static fields are captured, serialised to bytes, and resumed in a fresh class
 * loader, as if on another machine.
 *
 * <p>While the program has other threads of its own, its stack stays where it is: they share the
 * statics.
 *
 * @param classPath the program's preprocessed classes, and its libraries
 * @param mainClass the class with the {@code main} method
 * @param arguments the program's arguments
 */
public record MobileProgram(List<URL> classPath, String mainClass, List<String> arguments) {
  /** Never captures: the program runs as fast as it can. */
  public static final LongPredicate NEVER = new Never();

  /** Copies the lists. */
  public MobileProgram {
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
  }

  private static final class Never implements LongPredicate {
    @Override
    public boolean test(long safepoint) {
      return false;
    }
  }

  /**
   * How a run ended.
   *
   * @param failure what {@code main} threw; null if it returned
   * @param safepoints how many safepoints were met, unless nothing was to be captured
   * @param captures how many times the stack was captured
   * @param largest the size in bytes of the largest captured state
   */
  public record Ending(@Nullable Throwable failure, long safepoints, long captures, int largest) {}

  /**
   * Captures at each n-th safepoint.
   *
   * @param n 1 or more
   * @return when to capture
   */
  public static LongPredicate every(long n) {
    return safepoint -> safepoint % n == 0;
  }

  /**
   * Prepares a run.
   *
   * @param captureAt whether to capture at the n-th safepoint, counted from 1
   * @return the run
   */
  public ProgramRun prepare(LongPredicate captureAt) {
    return new ProgramRun(this, captureAt);
  }
}
