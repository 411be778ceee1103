package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

/**
 * Writes a constant of a user's enum as an object with its fields. Used where the static fields of
 * the enum travel in the same graph, so that the enum's initialiser doesn't run again.
 */
final class EnumObjectSerializer extends Serializer<Enum<?>> {
  @Override
  @SuppressWarnings({"GetClassOnEnum", "EnumOrdinal"}) // the object itself is what is written
  public void write(Kryo kryo, Output output, Enum<?> constant) {
    Class<?> type = constant.getClass(); // a constant with a body has a class of its own
    output.writeString(type.getName());
    output.writeString(constant.name());
    output.writeVarInt(constant.ordinal(), true);
    new UserFields(type, true).write((GraphKryo) kryo, output, constant);
  }

  @Override
  public Enum<?> read(Kryo kryo, Input input, Class<? extends Enum<?>> requested) {
    Class<?> type = ((GraphKryo) kryo).known().load(input.readString());
    Enum<?> constant =
        (Enum<?>)
            Construction.create(
                Construction.through(type, Enum.class, String.class, int.class),
                input.readString(),
                input.readVarInt(true));
    kryo.reference(constant);
    new UserFields(type, true).read((GraphKryo) kryo, input, constant);
    return constant;
  }
}
