package io.leverage.continuation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Dynamic proxies of preprocessed interfaces, which have a generated method beside each of the
 * program's: the program's handler is told of the program's method only. What it calls runs pinned.
 */
public final class DynamicProxies {
  /** What the name of a generated method may end with. */
  private static final String SUFFIX = "$mobile";

  private DynamicProxies() {}

  /** Does what {@link Proxy#newProxyInstance} does. */
  public static Object newProxyInstance(
      @Nullable ClassLoader loader, Class<?>[] interfaces, @Nullable InvocationHandler handler) {
    return Proxy.newProxyInstance(
        loader, interfaces, handler == null ? null : new ProgramHandler(handler));
  }

  /** Does what {@link Proxy#getInvocationHandler} does. */
  public static InvocationHandler getInvocationHandler(Object proxy) {
    InvocationHandler handler = Proxy.getInvocationHandler(proxy);
    return handler instanceof ProgramHandler ours ? ours.handler : handler;
  }

  /** Calls the program's handler. */
  private static final class ProgramHandler implements InvocationHandler {
    private final InvocationHandler handler;

    ProgramHandler(InvocationHandler handler) {
      this.handler = handler;
    }

    @Override
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      Class<?>[] parameters = method.getParameterTypes();
      if (arguments == null || parameters.length == 0 || parameters[0] != Continuation.class) {
        return handler.invoke(proxy, method, arguments);
      }
      return handler.invoke(
          proxy,
          original(method, Arrays.copyOfRange(parameters, 1, parameters.length)),
          arguments.length == 1 ? null : Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static Method original(Method generated, Class<?>[] parameters)
        throws NoSuchMethodException {
      String name = generated.getName();
      int length = name.length() - (name.endsWith(SUFFIX) ? SUFFIX.length() : 0);
      return generated.getDeclaringClass().getMethod(name.substring(0, length), parameters);
    }
  }
}
