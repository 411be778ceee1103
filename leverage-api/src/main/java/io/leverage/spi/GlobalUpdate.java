package io.leverage.spi;

import io.leverage.GlobalVariable;
import io.leverage.Update;
import org.jspecify.annotations.Nullable;

/** The operation of setting or updating a global variable. */
public final class GlobalUpdate extends NumberedOperation {
  private final GlobalVariable<?> variable;
  private final @Nullable Update<?> update;
  private final @Nullable Object value;

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
