package io.leverage.runtime;

import io.leverage.RefusedException;
import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.internal.exec.Incarnations;
import io.leverage.runtime.internal.exec.MobileMethod;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Preprocessed classes with their statics and objects in this process, whose methods can be called
 * as virtual threads that are frozen, serialised and thawed in a fresh class loader.
 *
 * <p>After a call everything may be of another class loader: get classes from {@link #loader} and
 * the receiver from {@link #receiver} again.
 *
 * <p>Confined to one thread.
 */
public final class MobileSpace {
  private final List<RefusedException> refusals = new ArrayList<>();
  private final Incarnations incarnations;

  /**
   * Creates a space.
   *
   * @param classPath the preprocessed classes, and libraries that have statics of their own; others
   *     are shared with this class's loader
   */
  public MobileSpace(List<URL> classPath) {
    incarnations = new Incarnations(classPath, refusals::add);
  }

  /**
   * Creates a space for classes that are not preprocessed. Their methods run as they are.
   *
   * @param loader loads them
   */
  public MobileSpace(ClassLoader loader) {
    incarnations = new Incarnations(loader);
  }

  /**
   * Gets the class loader that the program is in now.
   *
   * @return the loader
   */
  public ClassLoader loader() {
    return incarnations.loader();
  }

  /**
   * Gets the object whose methods are called, as it is now.
   *
   * @return the object; null before one is set
   */
  public @Nullable Object receiver() {
    @Nullable Object[] roots = incarnations.roots();
    return roots.length == 0 ? null : roots[0];
  }

  /**
   * Sets the object whose methods are called. It moves with the stacks of its methods.
   *
   * @param receiver an object of a class of {@link #loader}
   */
  public void setReceiver(@Nullable Object receiver) {
    incarnations.setRoots(new @Nullable Object[] {receiver});
  }

  /**
   * Gets where the newest capture was.
   *
   * @return the captured stack, innermost frame first; empty before the first capture
   */
  public List<StackTraceElement> lastCaptured() {
    return incarnations.lastCaptured();
  }

  /**
   * Gets why captures were refused since it was last asked. A thread whose state can't be
   * serialised goes on where it is.
   *
   * @return the refusals
   */
  public List<RefusedException> takeRefusals() {
    List<RefusedException> taken = List.copyOf(refusals);
    refusals.clear();
    return taken;
  }

  /**
   * Calls a method as a virtual thread. If it has no safepoint, it runs as it is.
   *
   * @param method a method of a class of {@link #loader}
   * @param captureAt whether to capture at the n-th safepoint, counted from 1
   * @param arguments the receiver, unless the method is static, and the arguments
   * @return how it ended
   */
  public Ending call(Method method, LongPredicate captureAt, @Nullable Object... arguments)
      throws InterruptedException {
    MobileMethod mobile = MobileMethod.of(method);
    return incarnations.run(loader -> mobile.bind(arguments), captureAt);
  }
}
