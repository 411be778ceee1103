package io.leverage.peer.internal.work;

import io.leverage.RefusedException;
import org.jspecify.annotations.Nullable;

/** Says why an object can't be the task of a virtual thread. */
public final class NotMobile {
  private NotMobile() {}

  /**
   * Makes the refusal.
   *
   * @param task what was given; it is no {@link io.leverage.continuation.MobileTask}
   */
  public static RefusedException refusal(@Nullable Object task) {
    if (task == null) {
      return new RefusedException("the task is null: give a Callable or a Runnable");
    }
    Class<?> type = task.getClass();
    if (type.isHidden() || type.isSynthetic() || type.getName().contains("$$Lambda")) {
      String name = type.getName();
      int lambda = name.indexOf("$$Lambda");
      return new RefusedException(
          "the task is a lambda or a method reference of "
              + (lambda < 0 ? name : name.substring(0, lambda))
              + ": make it a class that implements Callable or Runnable, in sources that the"
              + " preprocessor sees");
    }
    return new RefusedException(
        type.getName()
            + " was not preprocessed: run the preprocessor on its sources ('leverage preprocess', or"
            + " the goal leverage:preprocess of the Maven plugin) and use the classes that it makes");
  }
}
