package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a class by its name, that of a dynamic proxy by its interfaces: whether its objects could
 * be written does not matter.
 */
final class ClassSerializer extends Serializer<Class<?>> {
  /** Stands where the name would, which says nothing on another JVM. */
  private static final String PROXY = "";

  private static final Map<String, Class<?>> PRIMITIVES =
      Stream.<Class<?>>of(
              boolean.class,
              byte.class,
              short.class,
              char.class,
              int.class,
              long.class,
              float.class,
              double.class,
              void.class)
          .collect(Collectors.toMap(Class::getName, Function.identity()));

  ClassSerializer() {
    setImmutable(true);
  }

  @Override
  public void write(Kryo kryo, Output output, Class<?> type) {
    if (type.isHidden()) {
      throw ((GraphKryo) kryo)
          .at()
          .refuse(type, "the class of a lambda has no name. Hold the lambda itself.");
    }
    if (Proxy.isProxyClass(type)) {
      output.writeString(PROXY);
      kryo.writeClassAndObject(output, type.getInterfaces());
      return;
    }
    output.writeString(type.getName());
  }

  @Override
  public Class<?> read(Kryo kryo, Input input, Class<? extends Class<?>> ignored) {
    String name = input.readString();
    if (name == null) {
      throw new RefusedException("corrupt checkpoint: a class without a name.");
    }
    if (name.equals(PROXY)) {
      if (kryo.readClassAndObject(input) instanceof Class<?>[] interfaces) {
        return ProxySerializer.create(kryo, interfaces, (self, method, arguments) -> null)
            .getClass();
      }
      throw new RefusedException("corrupt checkpoint: the class of a proxy without interfaces.");
    }
    Class<?> primitive = PRIMITIVES.get(name);
    return primitive == null ? ((GraphKryo) kryo).known().load(name) : primitive;
  }
}
