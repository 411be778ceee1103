package io.leverage.continuation;

import io.leverage.PinnedException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The running stack of one virtual thread, as transformed code sees it: a flag to poll, a place to
 * save frames, and the frames to resume.
 *
 * <p>A continuation is driven by one OS thread at a time; only {@link #poll} may be written by
 * others.
 */
public final class Continuation {
  /**
   * The continuation of code that is entered from foreign frames: it never captures. Transformed
   * code below a library's call-back, a constructor or a lambda runs with it.
   */
  public static final Continuation PINNED = new Continuation(null);

  private static final int INITIAL_DEPTH = 16;

  /**
   * Set when a safepoint should ask its host. Volatile, because a plain read is hoisted out of
   * loops and then never sees the flag.
   */
  public volatile boolean poll;

  private final @Nullable ContinuationHost host;
  private @Nullable Frame[] frames = new @Nullable Frame[INITIAL_DEPTH];
  private int depth;
  private @Nullable Operation waitingFor;

  /**
   * Creates a continuation.
   *
   * @param host decides about captures; null for a stack that is never captured
   */
  public Continuation(@Nullable ContinuationHost host) {
    this.host = host;
  }

  /**
   * Tells whether foreign frames keep this stack from being captured.
   *
   * @return true for {@link #PINNED}
   */
  public boolean isPinned() {
    return host == null;
  }

  /**
   * The slow path of a poll.
   *
   * @return true if the caller must save its frame and unwind
   */
  public boolean slow() {
    return host != null && host.captureNow();
  }

  /**
   * Saves the frame of an activation that is being unwound.
   *
   * @param frame the activation
   * @return the signal to throw
   */
  public Unwind save(Frame frame) {
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, depth * 2);
    }
    frames[depth++] = frame;
    return Unwind.INSTANCE;
  }

  /**
   * Performs an operation that may have to wait. Called by transformed code only through the {@code
   * Continuation} twins of API methods.
   *
   * @param operation what to wait for
   * @return its result
   * @throws PinnedException if foreign frames keep the stack from being captured
   */
  public @Nullable Object await(Operation operation) {
    if (host == null) {
      throw new PinnedException(operation.describe());
    }
    Object result = host.attempt(operation);
    if (result != ContinuationHost.PENDING) {
      return result;
    }
    waitingFor = operation;
    throw save(new OperationFrame(operation));
  }

  /**
   * Runs a task from its start.
   *
   * @param task the task
   * @return how the run ended
   */
  public Outcome start(MobileTask task) {
    depth = 0;
    return drive(() -> task.runMobile(this));
  }

  /**
   * Resumes a captured stack.
   *
   * @param captured the frames, innermost first, as {@link Outcome.Captured} gave them
   * @return how the run ended
   */
  public Outcome resume(List<Frame> captured) {
    if (captured.isEmpty()) {
      throw new IllegalArgumentException("no frames to resume");
    }
    depth = captured.size();
    frames = captured.toArray(new @Nullable Frame[Math.max(depth, INITIAL_DEPTH)]);
    return drive(() -> next().resumeAny(this));
  }

  private interface Body {
    @Nullable Object run() throws Throwable;
  }

  private Outcome drive(Body body) {
    waitingFor = null;
    try {
      return new Outcome.Returned(body.run());
    } catch (Unwind unwind) {
      List<Frame> captured = List.of(Arrays.copyOf(frames, depth, Frame[].class));
      Arrays.fill(frames, 0, depth, null);
      depth = 0;
      return new Outcome.Captured(captured, waitingFor);
    } catch (Throwable failure) {
      return new Outcome.Threw(failure);
    }
  }

  private Frame next() {
    Frame frame = frames[--depth];
    frames[depth] = null;
    if (frame == null) {
      throw new AssertionError("a captured stack ends before the call that it stopped in");
    }
    return frame;
  }

  /** Resumes the next inner frame, which returns nothing. */
  public void resumeVoid() {
    try {
      next().resumeVoid(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /** Resumes the next inner frame, which returns a {@code boolean}. */
  public boolean resumeBoolean() {
    try {
      return next().resumeBoolean(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /** Resumes the next inner frame, which returns a {@code byte}. */
  public byte resumeByte() {
    try {
      return next().resumeByte(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /** Resumes the next inner frame, which returns a {@code short}. */
  public short resumeShort() {
    try {
      return next().resumeShort(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /** Resumes the next inner frame, which returns a {@code char}. */
  public char resumeChar() {
    try {
      return next().resumeChar(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /** Resumes the next inner frame, which returns an {@code int}. */
  public int resumeInt() {
    try {
      return next().resumeInt(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /** Resumes the next inner frame, which returns a {@code long}. */
  public long resumeLong() {
    try {
      return next().resumeLong(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /** Resumes the next inner frame, which returns a {@code float}. */
  public float resumeFloat() {
    try {
      return next().resumeFloat(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /** Resumes the next inner frame, which returns a {@code double}. */
  public double resumeDouble() {
    try {
      return next().resumeDouble(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /** Resumes the next inner frame, which returns a reference. */
  public @Nullable Object resumeObject() {
    try {
      return next().resumeObject(this);
    } catch (Throwable t) {
      throw sneaky(t);
    }
  }

  /**
   * Rethrows anything without declaring it. The compiler has checked the user's own declarations
   * before the code was transformed.
   *
   * @param t what to throw
   * @return never
   */
  public static RuntimeException sneaky(Throwable t) {
    return Continuation.<RuntimeException>raise(t);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T raise(Throwable t) throws T {
    throw (T) t;
  }

  /**
   * Gives a value the static type that its expression had. It is cast where the expression was.
   *
   * @param value any value
   * @param <T> the type
   * @return the value
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // as the user has it
  public static <T> T as(@Nullable Object value) {
    return (T) value;
  }

  /**
   * Marks the user's source line of the code that follows in a resume body. It does nothing when
   * called: class loaders of this project turn the calls into line numbers and remove them.
   *
   * @param line the line in the user's file
   */
  public static void line(int line) {}
}
