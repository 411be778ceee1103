package io.leverage.runtime.cli;

import io.leverage.RefusedException;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says why a program stays where it is at a safepoint: it holds something that can't move. The
 * program goes on unharmed, and moves again from a later safepoint. Each reason is said once.
 */
final class Stays implements Consumer<RefusedException> {
  private static final int MOST_REASONS = 20;

  private final PrintStream err;
  private final Set<String> reasons = new HashSet<>();
  private long count;

  Stays(PrintStream err) {
    this.err = err;
  }

  /** Gets how many times the program stayed. */
  long count() {
    return count;
  }

  @Override
  public void accept(RefusedException refusal) {
    count++;
    if (reasons.size() < MOST_REASONS && reasons.add(String.valueOf(refusal.getMessage()))) {
      err.println("leverage exec: stays where it is at this safepoint: " + refusal.getMessage());
    }
  }
}
