package io.leverage.runtime.internal.codec;

import io.leverage.RefusedException;
import io.leverage.runtime.internal.classes.Portability;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Makes the lambda again with the captured values. */
  Object create(KnownTypes known, @Nullable Object[] captured) {
    try {
      Class<?> host = known.load(capturing);
      Optional<Method> lookup = find(host, Portability.LOOKUP);
      Optional<Method> lambdas = find(host, Portability.LAMBDAS);
      if (lambdas.isPresent()
          && lambdas.get().invoke(null) instanceof String[] all
          && !List.of(all).contains(implementation + signature)) {
        throw new RefusedException(
            "corrupt checkpoint: class "
                + capturing
                + " has no lambda that runs "
                + implementation
                + signature);
      }
      if (lookup.isPresent() && lookup.get().invoke(null) instanceof MethodHandles.Lookup own) {
        return link(own, known, captured);
      }
      Method deserialise = find(host, "$deserializeLambda$", SerializedLambda.class).orElseThrow();
      return deserialise.invoke(null, serialised(host, captured));
    } catch (RefusedException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(
          "lambda " + implementation + " of class " + capturing + ": " + e, e);
    }
  }

  private static Optional<Method> find(Class<?> host, String name, Class<?>... parameters) {
    try {
      Method method = host.getDeclaredMethod(name, parameters);
      method.setAccessible(true);
      return Optional.of(method);
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  /** The way of Java's own serialisation, for classes that our loader didn't rewrite. */
  private SerializedLambda serialised(Class<?> host, @Nullable Object[] captured) {
    return new SerializedLambda(
        host,
        functional.replace('.', '/'),
        method,
        erased,
        kind,
        owner.replace('.', '/'),
        implementation,
        signature,
        instantiated,
        captured);
  }

  /** Links the call site again, and calls it. */
  private Object link(MethodHandles.Lookup lookup, KnownTypes known, @Nullable Object[] captured)
      throws Throwable {
    MethodHandle target = target(lookup, known);
    MethodType factory =
        MethodType.methodType(
            known.load(functional), target.type().parameterList().subList(0, captured.length));
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                MethodType.fromMethodDescriptorString(erased, known.loader()),
                target,
                MethodType.fromMethodDescriptorString(instantiated, known.loader()),
                LambdaMetafactory.FLAG_SERIALIZABLE | LambdaMetafactory.FLAG_MARKERS,
                markers.size()));
    for (String marker : markers) {
      arguments.add(known.load(marker));
    }
    return LambdaMetafactory.altMetafactory(lookup, method, factory, arguments.toArray())
        .getTarget()
        .invokeWithArguments(captured);
  }

  private MethodHandle target(MethodHandles.Lookup lookup, KnownTypes known)
      throws ReflectiveOperationException {
    Class<?> type = known.load(owner);
    MethodType shape = MethodType.fromMethodDescriptorString(signature, known.loader());
    return switch (kind) {
      case MethodHandleInfo.REF_invokeStatic -> lookup.findStatic(type, implementation, shape);
      case MethodHandleInfo.REF_newInvokeSpecial -> lookup.findConstructor(type, shape);
      case MethodHandleInfo.REF_invokeSpecial ->
          lookup.findSpecial(type, implementation, shape, lookup.lookupClass());
      default -> lookup.findVirtual(type, implementation, shape);
    };
  }
}
