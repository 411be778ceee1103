package io.leverage.spi;

import io.leverage.GlobalVariable;
import org.jspecify.annotations.Nullable;

/** Access to global variables. */
public interface GlobalAccess {
  /** Reads the newest value. */
  <T> T read(GlobalVariable<T> variable);

  /**
   * Applies an update exactly once and returns the new value. In a virtual thread it is called only
   * by code that can't be captured, and refuses.
   */
  @Nullable Object update(GlobalUpdate update);
}
