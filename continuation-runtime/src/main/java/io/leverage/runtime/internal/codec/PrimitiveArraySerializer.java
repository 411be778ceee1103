package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Array;

/** Writes arrays of a primitive type, bit by bit as they are. */
final class PrimitiveArraySerializer extends Serializer<Object> {
  private final Class<?> component;

  PrimitiveArraySerializer(Class<?> component) {
    this.component = component;
  }

  @Override
  public void write(Kryo kryo, Output output, Object array) {
    output.writeVarInt(Array.getLength(array), true);
    if (array instanceof byte[] bytes) {
      output.writeBytes(bytes);
    } else if (array instanceof int[] ints) {
      output.writeInts(ints, 0, ints.length);
    } else if (array instanceof long[] longs) {
      output.writeLongs(longs, 0, longs.length);
    } else if (array instanceof double[] doubles) {
      for (double value : doubles) {
        output.writeLong(Double.doubleToRawLongBits(value));
      }
    } else if (array instanceof float[] floats) {
      for (float value : floats) {
        output.writeInt(Float.floatToRawIntBits(value));
      }
    } else if (array instanceof char[] chars) {
      output.writeChars(chars, 0, chars.length);
    } else if (array instanceof short[] shorts) {
      output.writeShorts(shorts, 0, shorts.length);
    } else {
      boolean[] flags = (boolean[]) array;
      output.writeBooleans(flags, 0, flags.length);
    }
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    Object array = readArray(input);
    kryo.reference(array);
    return array;
  }

  private Object readArray(Input input) {
    if (component == byte.class) {
      return input.readBytes(Lengths.read(input, Byte.BYTES));
    } else if (component == int.class) {
      return input.readInts(Lengths.read(input, Integer.BYTES));
    } else if (component == long.class) {
      return input.readLongs(Lengths.read(input, Long.BYTES));
    } else if (component == double.class) {
      double[] doubles = new double[Lengths.read(input, Double.BYTES)];
      for (int i = 0; i < doubles.length; i++) {
        doubles[i] = Double.longBitsToDouble(input.readLong());
      }
      return doubles;
    } else if (component == float.class) {
      float[] floats = new float[Lengths.read(input, Float.BYTES)];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = Float.intBitsToFloat(input.readInt());
      }
      return floats;
    } else if (component == char.class) {
      return input.readChars(Lengths.read(input, Character.BYTES));
    } else if (component == short.class) {
      return input.readShorts(Lengths.read(input, Short.BYTES));
    } else {
      return input.readBooleans(Lengths.read(input, 1));
    }
  }
}
