package io.leverage.runtime.internal.codec;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the call site of a lambda says, in the terms of {@link LambdaMetafactory}. */
record LambdaForm(
    String capturing,
    String functional,
    String method,
    String erased,
    int kind,
    String owner,
    String implementation,
    String signature,
    String instantiated,
    List<String> markers) {

  /** Links the call site again and calls it with the captured values. */
  Object create(ClassLoader loader, @Nullable Object[] captured) {
    try {
      Class<?> host = Class.forName(capturing, false, loader);
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(host, MethodHandles.lookup());
      MethodHandle target = target(lookup, loader);
      MethodType factory =
          MethodType.methodType(
              Class.forName(functional, false, loader),
              target.type().parameterList().subList(0, captured.length));
      List<Object> arguments =
          new ArrayList<>(
              List.of(
                  MethodType.fromMethodDescriptorString(erased, loader),
                  target,
                  MethodType.fromMethodDescriptorString(instantiated, loader),
                  LambdaMetafactory.FLAG_SERIALIZABLE | LambdaMetafactory.FLAG_MARKERS,
                  markers.size()));
      for (String marker : markers) {
        arguments.add(Class.forName(marker, false, loader));
      }
      return LambdaMetafactory.altMetafactory(lookup, method, factory, arguments.toArray())
          .getTarget()
          .invokeWithArguments(captured);
    } catch (Throwable e) {
      throw new IllegalStateException(
          "lambda %s of class %s: %s".formatted(implementation, capturing, e), e);
    }
  }

  private MethodHandle target(MethodHandles.Lookup lookup, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(owner, false, loader);
    MethodType shape = MethodType.fromMethodDescriptorString(signature, loader);
    return switch (kind) {
      case MethodHandleInfo.REF_invokeStatic -> lookup.findStatic(type, implementation, shape);
      case MethodHandleInfo.REF_newInvokeSpecial -> lookup.findConstructor(type, shape);
      case MethodHandleInfo.REF_invokeSpecial ->
          lookup.findSpecial(type, implementation, shape, lookup.lookupClass());
      default -> lookup.findVirtual(type, implementation, shape);
    };
  }
}
