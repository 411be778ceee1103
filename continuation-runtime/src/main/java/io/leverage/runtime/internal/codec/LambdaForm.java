package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
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
public record LambdaForm(
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

  void write(Output output) {
    output.writeString(capturing);
    output.writeString(functional);
    output.writeString(method);
    output.writeString(erased);
    output.writeVarInt(kind, true);
    output.writeString(owner);
    output.writeString(implementation);
    output.writeString(signature);
    output.writeString(instantiated);
    output.writeVarInt(markers.size(), true);
    markers.forEach(output::writeString);
  }

  static LambdaForm read(Input input) {
    return new LambdaForm(
        input.readString(),
        input.readString(),
        input.readString(),
        input.readString(),
        input.readVarInt(true),
        input.readString(),
        input.readString(),
        input.readString(),
        input.readString(),
        strings(input));
  }

  private static List<String> strings(Input input) {
    int count = Lengths.read(input, 1);
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      strings.add(input.readString());
    }
    return strings;
  }

  /** Tells whether the lambda can be made before what it captures: our loader rewrote its class. */
  boolean hasShell(KnownTypes known) {
    return find(known.load(capturing), Portability.LOOKUP).isPresent();
  }

  /** Makes the lambda again, without the captured values. */
  Object shell(KnownTypes known, int count) {
    try {
      Class<?> host = known.load(capturing);
      check(host);
      Method own = find(host, Portability.LOOKUP).orElseThrow();
      MethodHandles.Lookup lookup = (MethodHandles.Lookup) own.invoke(null);
      List<Class<?>> interfaces = new ArrayList<>();
      interfaces.add(known.load(functional));
      interfaces.add(Serializable.class); // as all lambdas of mobile code are
      for (String marker : markers) {
        interfaces.add(known.load(marker));
      }
      return LambdaShell.create(
          this,
          Objects.requireNonNull(lookup),
          target(lookup, known),
          count,
          MethodType.fromMethodDescriptorString(erased, known.loader()),
          interfaces);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw failure(e);
    }
  }

  /** Makes the lambda again with the captured values, in the way of Java's own serialisation. */
  Object create(KnownTypes known, @Nullable Object[] captured) {
    try {
      Class<?> host = known.load(capturing);
      check(host);
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

  // Bytes may name only what is a lambda of the class.
  private void check(Class<?> host) throws ReflectiveOperationException {
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
