package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes records of classes that our loader didn't open, through their canonical constructor. */
final class RecordSerializer extends Serializer<Object> {
  private final RecordComponent[] components;
  private final Constructor<?> constructor;

  RecordSerializer(Class<?> type) {
    components = type.getRecordComponents();
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    constructor.setAccessible(true);
    for (RecordComponent component : components) {
      component.getAccessor().setAccessible(true);
    }
  }

  @Override
  public void write(Kryo kryo, Output output, Object record) {
    GraphKryo graph = (GraphKryo) kryo;
    graph.references().open(record);
    for (RecordComponent component : components) {
      graph.at().enter("component " + component.getName());
      try {
        kryo.writeClassAndObject(output, component.getAccessor().invoke(record));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw graph.at().refuse(record.getClass(), "its accessor failed: " + e);
      }
      graph.at().leave();
    }
    graph.references().close(record);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = kryo.readClassAndObject(input);
    }
    Object record = Construction.create(constructor, values);
    kryo.reference(record);
    return record;
  }
}
