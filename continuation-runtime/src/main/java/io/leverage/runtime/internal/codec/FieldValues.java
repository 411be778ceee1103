package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Writes and reads the value of one field. */
final class FieldValues {
  private FieldValues() {}

  static @Nullable Object get(Field field, @Nullable Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("no access to " + field, e);
    }
  }

  static void write(GraphKryo kryo, Output output, Field field, @Nullable Object owner) {
    Class<?> type = field.getType();
    Object value = get(field, owner);
    if (value == null || !type.isPrimitive()) {
      kryo.writeClassAndObject(output, value);
    } else if (value instanceof Integer number) {
      output.writeVarInt(number, false);
    } else if (value instanceof Long number) {
      output.writeVarLong(number, false);
    } else if (value instanceof Double number) {
      output.writeLong(Double.doubleToRawLongBits(number));
    } else if (value instanceof Float number) {
      output.writeInt(Float.floatToRawIntBits(number));
    } else if (value instanceof Boolean flag) {
      output.writeBoolean(flag);
    } else if (value instanceof Character character) {
      output.writeChar(character);
    } else {
      output.writeShort(((Number) value).shortValue());
    }
  }

  static void read(GraphKryo kryo, Input input, Field field, @Nullable Object owner) {
    try {
      field.set(owner, read(kryo, input, field.getType()));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("no access to " + field, e);
    }
  }

  static @Nullable Object read(GraphKryo kryo, Input input, Class<?> type) {
    if (!type.isPrimitive()) {
      return kryo.readClassAndObject(input);
    } else if (type == int.class) {
      return input.readVarInt(false);
    } else if (type == long.class) {
      return input.readVarLong(false);
    } else if (type == double.class) {
      return Double.longBitsToDouble(input.readLong());
    } else if (type == float.class) {
      return Float.intBitsToFloat(input.readInt());
    } else if (type == boolean.class) {
      return input.readBoolean();
    } else if (type == char.class) {
      return input.readChar();
    } else if (type == short.class) {
      return input.readShort();
    } else {
      return (byte) input.readShort();
    }
  }
}
