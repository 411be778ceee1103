package io.leverage.runtime.internal.exec;

import io.leverage.GlobalVariable;
import io.leverage.RefusedException;
import io.leverage.continuation.Operation;
import io.leverage.spi.CheckpointHint;
import io.leverage.spi.GlobalUpdate;
import io.leverage.spi.ThreadHost;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts safepoints and decides at which the stack is captured.
 *
 * <p>A capture takes time in proportion to the depth of the stack. A recursion that went deeper and
 * deeper, with a capture at each safepoint, would not end within a lifetime; so from a deep stack
 * the next capture waits in proportion. One that is deeper still may be about to overflow, and is
 * not captured: resumed activations take more space, so it might overflow elsewhere.
 */
final class ExecHost implements ThreadHost {
  private static final int DEEP = 500;
  private static final int DEEPEST = 100_000;

  private final LongPredicate captureAt;
  private final BooleanSupplier isAlone;
  private long safepoints;
  private long notBefore;

  /**
   * Creates a host.
   *
   * @param captureAt whether to capture at the n-th safepoint, from 1
   * @param isAlone whether the program has no other thread now; statics can't move while others use
   *     them
   */
  ExecHost(LongPredicate captureAt, BooleanSupplier isAlone) {
    this.captureAt = captureAt;
    this.isAlone = isAlone;
  }

  long safepoints() {
    return safepoints;
  }

  @Override
  public boolean captureNow() {
    return captureAt.test(++safepoints)
        && safepoints >= notBefore
        && isAlone.getAsBoolean()
        && isShallowEnough();
  }

  private boolean isShallowEnough() {
    long depth = StackWalker.getInstance().walk(frames -> frames.limit(DEEPEST).count());
    if (depth >= DEEP) {
      notBefore = safepoints + (depth < DEEPEST ? depth / 4 : depth);
    }
    return depth < DEEPEST;
  }

  @Override
  public @Nullable Object attempt(Operation operation) {
    if (!(operation instanceof CheckpointHint hint)) {
      throw unavailable(operation.describe());
    }
    if (!hint.taken && captureNow()) {
      hint.taken = true;
      return PENDING;
    }
    return null;
  }

  private static RefusedException unavailable(String call) {
    return new RefusedException(
        call
            + " needs a virtual computer, and `leverage exec` runs one thread without one: run the"
            + " program with `leverage run`.");
  }

  @Override
  public String computer() {
    return "exec";
  }

  @Override
  public String name() {
    return "main";
  }

  @Override
  public void send(String receiver, @Nullable Object payload) {
    throw unavailable("send");
  }

  @Override
  public void report(Object partialResult) {
    throw unavailable("report");
  }

  @Override
  public <T> T read(GlobalVariable<T> variable) {
    throw unavailable("global variable " + variable.name());
  }

  @Override
  public @Nullable Object update(GlobalUpdate update) {
    throw unavailable(update.describe());
  }
}
