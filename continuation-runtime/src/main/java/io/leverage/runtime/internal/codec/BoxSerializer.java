package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Set;

/**
 * Writes a boxed number and, where a program may tell them apart by identity, whether it is the one
 * that boxing gives: small values are always the same objects (JLS 5.1.7), those that a constructor
 * made never are.
 */
final class BoxSerializer extends Serializer<Object> {
  /** The types of which boxing gives some values always the same object. */
  static final Set<Class<?>> TYPES =
      Set.of(Boolean.class, Byte.class, Short.class, Character.class, Integer.class, Long.class);

  private final Class<?> type;

  BoxSerializer(Class<?> type) {
    super(false, true);
    this.type = type;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // identity is what is asked
  public void write(Kryo kryo, Output output, Object box) {
    long value = value(box);
    output.writeVarLong(value, false);
    if (isShared(value)) {
      output.writeBoolean(boxed(value) == box);
    }
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> read) {
    long value = input.readVarLong(false);
    return isShared(value) && !input.readBoolean() ? made(value) : boxed(value);
  }

  private static boolean isShared(long value) {
    return value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE;
  }

  private static long value(Object box) {
    if (box instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return box instanceof Character character ? character : ((Number) box).longValue();
  }

  private Object boxed(long value) {
    if (type == Integer.class) {
      return (int) value;
    } else if (type == Long.class) {
      return value;
    } else if (type == Boolean.class) {
      return value != 0;
    } else if (type == Character.class) {
      return (char) value;
    } else {
      return type == Short.class ? (Object) (short) value : (Object) (byte) value;
    }
  }

  @SuppressWarnings({"removal", "UnnecessaryBoxing", "BoxedPrimitiveConstructor"})
  private Object made(long value) {
    if (type == Integer.class) {
      return new Integer((int) value);
    } else if (type == Long.class) {
      return new Long(value);
    } else if (type == Boolean.class) {
      return new Boolean(value != 0);
    } else if (type == Character.class) {
      return new Character((char) value);
    } else {
      return type == Short.class ? (Object) new Short((short) value) : new Byte((byte) value);
    }
  }
}
