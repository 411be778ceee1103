package io.leverage.continuation;

/**
 * One captured activation of a transformed method: its artificial program counter and its live
 * locals.
 *
 * <p>The preprocessor generates one subclass per transformed method, with a typed field for each
 * local that is live at some safepoint, and overrides exactly the {@code resume} method of the
 * method's return type. Frames are plain data: they are serialised by their fields.
 */
public abstract class Frame {
  /** The artificial program counter: which safepoint of the method the activation stopped at. */
  public int pc;

  /** Creates a frame whose fields a deserialiser or a subclass fills. */
  protected Frame() {}

  /**
   * Names the method, as a stack trace does.
   *
   * @return class and method, such as {@code demo.Island.evolve}
   */
  public abstract String method();

  /**
   * Gives the source line of the safepoint that {@link #pc} stands for.
   *
   * @return the line in the user's file, or -1 where unknown
   */
  public abstract int line();

  /**
   * Identifies the method's normalised source, so that a frame never resumes in changed code.
   *
   * @return a hash of the method's normalised source
   */
  public abstract long version();

  /** Resumes a method that returns nothing. */
  protected void resumeVoid(Continuation c) throws Throwable {
    throw mismatch();
  }

  /** Resumes a method that returns a {@code boolean}. */
  protected boolean resumeBoolean(Continuation c) throws Throwable {
    throw mismatch();
  }

  /** Resumes a method that returns a {@code byte}. */
  protected byte resumeByte(Continuation c) throws Throwable {
    throw mismatch();
  }

  /** Resumes a method that returns a {@code short}. */
  protected short resumeShort(Continuation c) throws Throwable {
    throw mismatch();
  }

  /** Resumes a method that returns a {@code char}. */
  protected char resumeChar(Continuation c) throws Throwable {
    throw mismatch();
  }

  /** Resumes a method that returns an {@code int}. */
  protected int resumeInt(Continuation c) throws Throwable {
    throw mismatch();
  }

  /** Resumes a method that returns a {@code long}. */
  protected long resumeLong(Continuation c) throws Throwable {
    throw mismatch();
  }

  /** Resumes a method that returns a {@code float}. */
  protected float resumeFloat(Continuation c) throws Throwable {
    throw mismatch();
  }

  /** Resumes a method that returns a {@code double}. */
  protected double resumeDouble(Continuation c) throws Throwable {
    throw mismatch();
  }

  /** Resumes a method that returns a reference. */
  protected Object resumeObject(Continuation c) throws Throwable {
    throw mismatch();
  }

  /**
   * Resumes the method whatever it returns; the driver uses it for the outermost frame.
   *
   * @return the method's result, boxed; {@code null} for a method that returns nothing
   */
  protected abstract Object resumeAny(Continuation c) throws Throwable;

  private AssertionError mismatch() {
    return new AssertionError(
        "frame of " + method() + " was resumed with another return type than its method's");
  }

  @Override
  public String toString() {
    return method() + ":" + line() + " (pc " + pc + ")";
  }
}
