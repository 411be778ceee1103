package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a class by its name: whether its objects could be written does not matter. */
final class ClassSerializer extends Serializer<Class<?>> {
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
    output.writeString(type.getName());
  }

  @Override
  public Class<?> read(Kryo kryo, Input input, Class<? extends Class<?>> ignored) {
    String name = input.readString();
    if (name == null) {
      throw new RefusedException("corrupt checkpoint: a class without a name.");
    }
    Class<?> primitive = PRIMITIVES.get(name);
    return primitive == null ? ((GraphKryo) kryo).known().load(name) : primitive;
  }
}
