package io.leverage.junit;

import io.leverage.runtime.MobileSpace;
import io.leverage.runtime.StateCodec;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** A call that JUnit was about to make: its method and arguments, in the space of the test. */
final class JupiterCall implements TestCall {
  private final ReflectiveInvocationContext<Method> call;
  private final MobileSpace space;

  JupiterCall(ReflectiveInvocationContext<Method> call, MobileSpace space) {
    this.call = call;
    this.space = space;
  }

  @Override
  public Method find(Class<?> type) throws ReflectiveOperationException {
    Method method = call.getExecutable();
    return TestCall.find(type, method.getName(), TestCall.parametersOf(method));
  }

  // Arguments of the program's own classes are of JUnit's class loader: they move, too.
  @Override
  public List<? extends @Nullable Object> arguments(Class<?> type) {
    Object[] arguments = call.getArguments().toArray();
    if (arguments.length == 0) {
      return List.of();
    }
    List<Object> carried = new ArrayList<>();
    ClassLoader here = call.getTargetClass().getClassLoader();
    byte[] bytes = StateCodec.inProcess(here, carried, (field, value) -> {}).write(arguments);
    @Nullable Object[] moved =
        (@Nullable Object[])
            StateCodec.inProcess(space.loader(), carried, (field, value) -> {}).read(bytes);
    return moved == null ? List.of() : Arrays.asList(moved);
  }
}
