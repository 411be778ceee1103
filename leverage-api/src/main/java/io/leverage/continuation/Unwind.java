package io.leverage.continuation;

/**
 * The signal that unwinds a stack while it is being captured.
 *
 * <p>Preallocated and stackless: throwing it costs no stack walk. It is an {@link Error} so that
 * {@code catch (Exception e)} in user code does not see it; where user code catches {@code
 * Throwable} or {@code Error}, the preprocessor lets it pass.
 */
public final class Unwind extends Error {
  private static final long serialVersionUID = 1L;

  /** The only instance. */
  @SuppressWarnings("StaticAssignmentOfThrowable") // it carries no stack, so it can be shared
  public static final Unwind INSTANCE = new Unwind();

  private Unwind() {
    super("a stack is being captured", null, false, false);
  }
}
