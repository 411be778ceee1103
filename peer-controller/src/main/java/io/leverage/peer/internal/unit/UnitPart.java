package io.leverage.peer.internal.unit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a component of a message is written and read. Any but a primitive one may be null. */
interface UnitPart {
  void write(@Nullable Object value, UnitOutput out);

  @Nullable Object read(UnitInput in);

  static UnitPart of(Type type) {
    if (type == int.class) {
      return part((v, out) -> out.number((Integer) v), UnitInput::integer);
    }
    if (type == long.class) {
      return part((v, out) -> out.number((Long) v), UnitInput::number);
    }
    if (type == double.class) {
      return part(
          (v, out) -> out.fixed(Double.doubleToRawLongBits((Double) v)),
          in -> Double.longBitsToDouble(in.fixed()));
    }
    if (type == boolean.class) {
      return part((v, out) -> out.flag((Boolean) v), UnitInput::flag);
    }
    return nullable(ofObject(type));
  }

  @SuppressWarnings("EnumOrdinal") // the preamble says that both ends have the same constants
  private static UnitPart ofObject(Type type) {
    if (type == String.class) {
      return part((v, out) -> out.string((String) v), UnitInput::string);
    }
    if (type == byte[].class) {
      return part((v, out) -> out.bytes((byte[]) v), UnitInput::bytes);
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list(of(list.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> c && c.isEnum()) {
      Object[] constants = c.getEnumConstants();
      return part((v, out) -> out.number(((Enum<?>) v).ordinal()), in -> in.oneOf(constants));
    }
    if (type instanceof Class<?> c && c.isRecord() && UnitMessage.class.isAssignableFrom(c)) {
      RecordShape shape = new RecordShape(c);
      return part((v, out) -> shape.write((UnitMessage) v, out), shape::read);
    }
    throw new IllegalStateException("a unit message can't have a component of " + type);
  }

  private static UnitPart list(UnitPart element) {
    return part(
        (v, out) -> {
          List<?> list = (List<?>) v;
          out.number(list.size());
          list.forEach(e -> element.write(e, out));
        },
        in -> {
          int size = in.size();
          List<@Nullable Object> list = new ArrayList<>(Math.min(size, 1024));
          for (int i = 0; i < size; i++) {
            list.add(element.read(in));
          }
          return Collections.unmodifiableList(list);
        });
  }

  private static UnitPart nullable(UnitPart part) {
    return new UnitPart() {
      @Override
      public void write(@Nullable Object value, UnitOutput out) {
        out.flag(value != null);
        if (value != null) {
          part.write(value, out);
        }
      }

      @Override
      public @Nullable Object read(UnitInput in) {
        return in.flag() ? part.read(in) : null;
      }
    };
  }

  private static UnitPart part(Writing writing, Reading reading) {
    return new UnitPart() {
      @Override
      public void write(@Nullable Object value, UnitOutput out) {
        if (value == null) {
          throw new IllegalArgumentException("a primitive component can't be null");
        }
        writing.write(value, out);
      }

      @Override
      public Object read(UnitInput in) {
        return reading.read(in);
      }
    };
  }

  /** Writes a value that isn't null. */
  @FunctionalInterface
  interface Writing {
    void write(Object value, UnitOutput out);
  }

  /** Reads what {@link Writing} wrote. */
  @FunctionalInterface
  interface Reading {
    Object read(UnitInput in);
  }
}
