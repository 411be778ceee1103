package io.leverage.spi;

import io.leverage.GlobalVariable;
import io.leverage.Update;
import io.leverage.continuation.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The operation of setting or updating a global variable.
 *
 * <p>At the first attempt the host gives it its number in the thread's history and has the stack
 * captured; once that checkpoint is stored, further attempts apply it, and the number keeps them
 * from applying it twice.
 */
public final class GlobalUpdate implements Operation {
  private final GlobalVariable<?> variable;
  private final @Nullable Update<?> update;
  private final @Nullable Object value;

  /** The number in the thread's history, from 1; 0 before the first attempt. */
  public long number;

  /**
   * Creates the operation.
   *
   * @param variable the variable
   * @param update computes the new value; null to set it
   * @param value the new value where {@code update} is null
   */
  public GlobalUpdate(
      GlobalVariable<?> variable, @Nullable Update<?> update, @Nullable Object value) {
    this.variable = variable;
    this.update = update;
    this.value = value;
  }

  /** Gets the variable. */
  public GlobalVariable<?> variable() {
    return variable;
  }

  /**
   * Computes the new value.
   *
   * @param present the present value
   * @return the new value
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // the variable's type is the update's
  public @Nullable Object apply(@Nullable Object present) {
    return update == null ? value : ((Update<Object>) update).apply(present);
  }

  @Override
  public String describe() {
    return "update of global " + variable.name();
  }
}
