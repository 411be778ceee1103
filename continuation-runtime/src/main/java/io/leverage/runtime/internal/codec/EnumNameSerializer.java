package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;

/** Writes a constant of an enum as its name. */
final class EnumNameSerializer extends Serializer<Enum<?>> {
  private final Class<?> type;

  EnumNameSerializer(Class<?> type) {
    this.type = type.isEnum() ? type : type.getSuperclass();
  }

  @Override
  public void write(Kryo kryo, Output output, Enum<?> constant) {
    output.writeString(constant.name());
  }

  @Override
  public Enum<?> read(Kryo kryo, Input input, Class<? extends Enum<?>> requested) {
    String name = input.readString();
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return (Enum<?>) constant;
      }
    }
    throw new RefusedException(
        "enum "
            + type.getName()
            + " has no constant "
            + name
            + " any more. Run the class that wrote the checkpoint.");
  }
}
