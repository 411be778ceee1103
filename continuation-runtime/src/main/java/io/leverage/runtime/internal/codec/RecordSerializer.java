package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as {@link FieldsSerializer} does, and reads it through its canonical constructor:
 * the way where our class loader didn't open the record's fields, as in the program that starts a
 * thread. The bytes are the same, because the other end may have opened them.
 */
final class RecordSerializer extends Serializer<Object> {
  private final UserFields fields;
  private final String[] components;
  private final Constructor<?> constructor;

  RecordSerializer(Class<?> type, boolean transientToo) {
    fields = new UserFields(type, transientToo);
    RecordComponent[] declared = type.getRecordComponents();
    components = Arrays.stream(declared).map(RecordComponent::getName).toArray(String[]::new);
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    constructor.setAccessible(true);
  }

  @Override
  public void write(Kryo kryo, Output output, Object record) {
    GraphKryo graph = (GraphKryo) kryo;
    graph.references().open(record);
    fields.write(graph, output, record);
    graph.references().close(record);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    Map<String, @Nullable Object> byName = fields.readValues((GraphKryo) kryo, input);
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = byName.get(components[i]);
    }
    Object record = Construction.create(constructor, values);
    kryo.reference(record);
    return record;
  }
}
