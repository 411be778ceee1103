package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Array;

/** Writes arrays of references. */
final class ObjectArraySerializer extends Serializer<Object[]> {
  private final Class<?> component;

  ObjectArraySerializer(Class<?> component) {
    this.component = component;
  }

  @Override
  public void write(Kryo kryo, Output output, Object[] array) {
    Path path = ((GraphKryo) kryo).at();
    output.writeVarInt(array.length, true);
    for (int i = 0; i < array.length; i++) {
      path.enter(i);
      kryo.writeClassAndObject(output, array[i]);
      path.leave();
    }
  }

  @Override
  public Object[] read(Kryo kryo, Input input, Class<? extends Object[]> type) {
    Object[] array = (Object[]) Array.newInstance(component, Lengths.read(input, 1));
    kryo.reference(array);
    for (int i = 0; i < array.length; i++) {
      array[i] = kryo.readClassAndObject(input);
    }
    return array;
  }
}
