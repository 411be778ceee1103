package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Map;

/** Writes what {@link Map#entry} gives. */
final class MapEntrySerializer extends Serializer<Map.Entry<?, ?>> {
  /** The class of these entries, which is private to the JDK. */
  static final Class<?> TYPE = Map.entry(0, 0).getClass();

  @Override
  public void write(Kryo kryo, Output output, Map.Entry<?, ?> entry) {
    GraphKryo graph = (GraphKryo) kryo;
    graph.references().open(entry);
    graph.at().enter("key");
    kryo.writeClassAndObject(output, entry.getKey());
    graph.at().leave();
    graph.at().enter("value");
    kryo.writeClassAndObject(output, entry.getValue());
    graph.at().leave();
    graph.references().close(entry);
  }

  @Override
  public Map.Entry<?, ?> read(Kryo kryo, Input input, Class<? extends Map.Entry<?, ?>> type) {
    Map.Entry<?, ?> entry =
        Map.entry(kryo.readClassAndObject(input), kryo.readClassAndObject(input));
    kryo.reference(entry);
    return entry;
  }
}
