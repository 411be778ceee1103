package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.reflect.Field;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object of class {@code Object}, which is nothing but itself; and the one that the maps
 * behind sorted sets hold as their values, by which those know that they held an element.
 */
final class PlainObjectSerializer extends Serializer<Object> {
  /** Null if it can't be seen. */
  static final @Nullable Object PRESENT = present();

  private static @Nullable Object present() {
    Field present = TreeSetSerializer.visible(TreeSet.class, "PRESENT");
    return present == null ? null : FieldValues.get(present, null);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the very object
  public void write(Kryo kryo, Output output, Object object) {
    output.writeBoolean(object == PRESENT);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    Object object = input.readBoolean() ? PRESENT : new Object();
    if (object == null) {
      throw new RefusedException("sorted sets can't travel in this JVM.");
    }
    kryo.reference(object);
    return object;
  }
}
