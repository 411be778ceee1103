package io.leverage.runtime.internal.codec;

import io.leverage.runtime.internal.classes.Portability;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** Tells what a lambda is that the JDK made. */
  static LambdaForm of(SerializedLambda said, List<String> markers) {
    return new LambdaForm(
        said.getCapturingClass().replace('/', '.'),
        said.getFunctionalInterfaceClass().replace('/', '.'),
        said.getFunctionalInterfaceMethodName(),
        said.getFunctionalInterfaceMethodSignature(),
        said.getImplMethodKind(),
        said.getImplClass().replace('/', '.'),
        said.getImplMethodName(),
        said.getImplMethodSignature(),
        said.getInstantiatedMethodType(),
        markers);
  }

  /** Tells whether the lambda can be made before what it captures: our loader rewrote its class. */
  boolean hasShell(ClassLoader loader) {
    try {
      return find(Class.forName(capturing, false, loader), Portability.LOOKUP).isPresent();
    } catch (ClassNotFoundException e) {
      throw failure(e);
    }
  }

  /** Makes the lambda again, without the captured values. */
  Object shell(ClassLoader loader, int count) {
    try {
      Method own = find(Class.forName(capturing, false, loader), Portability.LOOKUP).orElseThrow();
      MethodHandles.Lookup lookup = (MethodHandles.Lookup) own.invoke(null);
      List<Class<?>> interfaces = new ArrayList<>();
      interfaces.add(Class.forName(functional, false, loader));
      interfaces.add(Serializable.class); // as all lambdas of mobile code are
      for (String marker : markers) {
        interfaces.add(Class.forName(marker, false, loader));
      }
      return LambdaShell.create(
          this,
          Objects.requireNonNull(lookup),
          target(lookup, loader),
          count,
          MethodType.fromMethodDescriptorString(erased, loader),
          interfaces);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw failure(e);
    }
  }

  /** Makes the lambda again with the captured values, in the way of Java's own serialisation. */
  Object create(ClassLoader loader, @Nullable Object[] captured) {
    try {
      Class<?> host = Class.forName(capturing, false, loader);
      Method deserialise = find(host, "$deserializeLambda$", SerializedLambda.class).orElseThrow();
      return deserialise.invoke(null, serialised(host, captured));
    } catch (ReflectiveOperationException | LinkageError e) {
      throw failure(e);
    }
  }

  private IllegalStateException failure(Throwable cause) {
    return new IllegalStateException(
        "lambda " + implementation + " of class " + capturing + ": " + cause, cause);
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
