package io.leverage.conformance.internal;

import io.leverage.RefusedException;
import io.leverage.runtime.MobileSpace;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Says at which safepoints one test is captured. A capture that is refused, because something can't
 * be serialised, is owed: it is tried again at the next safepoints, as a runtime does it.
 */
final class Captures implements LongPredicate {
  /** A test whose state stays closed need not be asked forever. */
  private static final int MOST_REFUSALS = 40;

  private final MobileSpace space;
  private final long every;
  private final long offset;
  private final long most;
  private long taken;
  private long refusals;
  private boolean asked;
  private @Nullable RefusedException owed;

  /**
   * Creates the plan.
   *
   * @param space tells what was refused
   * @param every captures at each n-th safepoint
   * @param offset where it begins to count
   * @param most how many captures are enough
   */
  Captures(MobileSpace space, long every, long offset, long most) {
    this.space = space;
    this.every = every;
    this.offset = offset;
    this.most = most;
  }

  @Override
  public boolean test(long safepoint) {
    end();
    boolean due = taken < most && (safepoint + offset) % every == 0;
    if (due) {
      taken++;
    }
    asked = due || (owed != null && refusals < MOST_REFUSALS);
    return asked;
  }

  /** Takes notice of how the last capture went. */
  void end() {
    if (!asked) { // a test may pass safepoints by the million
      return;
    }
    List<RefusedException> refused = space.takeRefusals();
    owed = refused.isEmpty() ? null : refused.get(0);
    refusals += refused.size();
    asked = false;
  }

  /** Why a capture that was due never came about; null if all did. */
  @Nullable RefusedException owed() {
    return owed;
  }

  /** How many captures were refused, whether or not they came about later. */
  long refusals() {
    return refusals;
  }
}
