package io.leverage.runtime.internal.exec;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method as the outermost frame of a virtual thread: its mobile twin, if it has one.
 *
 * @param handle calls it; it takes a continuation first if it is mobile
 * @param isMobile whether it is a twin
 */
public record MobileMethod(MethodHandle handle, boolean isMobile) {
  // The second is the name of a twin that would be ambiguous under the first.
  private static final List<String> SUFFIXES = List.of("", "$mobile");

  /**
   * Finds the twin of a method.
   *
   * @param original the method
   * @return its twin, or itself if no safepoint can be reached from it
   */
  public static MobileMethod of(Method original) {
    Optional<Method> twin = twin(original);
    Method method = twin.orElse(original);
    method.setAccessible(true);
    try {
      return new MobileMethod(
          MethodHandles.lookup().unreflect(method).asFixedArity(), twin.isPresent());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Method> twin(Method original) {
    Class<?>[] types = original.getParameterTypes();
    Class<?>[] mobile = new Class<?>[types.length + 1];
    mobile[0] = Continuation.class;
    System.arraycopy(types, 0, mobile, 1, types.length);
    return SUFFIXES.stream()
        .flatMap(
            suffix ->
                Arrays.stream(original.getDeclaringClass().getDeclaredMethods())
                    .filter(each -> each.getName().equals(original.getName() + suffix)))
        .filter(each -> Arrays.equals(each.getParameterTypes(), mobile))
        .filter(each -> !each.isBridge())
        .findFirst();
  }

  /**
   * Binds it to what it is called with.
   *
   * @param arguments the receiver, unless the method is static, and the arguments
   * @return the task
   */
  public MobileTask bind(@Nullable Object... arguments) {
    return continuation -> {
      if (!isMobile) {
        return handle.invokeWithArguments(arguments);
      }
      boolean isStatic = handle.type().parameterType(0) == Continuation.class;
      Object[] all = new Object[arguments.length + 1];
      int at = isStatic ? 0 : 1;
      System.arraycopy(arguments, 0, all, 0, at);
      all[at] = continuation;
      System.arraycopy(arguments, at, all, at + 1, arguments.length - at);
      return handle.invokeWithArguments(all);
    };
  }
}
