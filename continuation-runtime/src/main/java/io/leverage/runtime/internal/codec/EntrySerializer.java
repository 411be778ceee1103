package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.continuation.MobileEntry;
import java.util.Map;
import java.util.Set;

/**
 * Writes entries that are part of a map as their key and value. Which map they belong to is known
 * when the whole graph was written: see {@link EntryOwners}.
 */
final class EntrySerializer extends Serializer<Map.Entry<?, ?>> {
  private static final Set<String> NODES =
      Set.of(
          "java.util.HashMap$Node",
          "java.util.HashMap$TreeNode",
          "java.util.LinkedHashMap$Entry",
          "java.util.TreeMap$Entry",
          "java.util.Hashtable$Entry",
          "java.util.WeakHashMap$Entry");

  /** Tells whether a class is one of the entries that maps consist of. */
  static boolean isNode(Class<?> type) {
    return NODES.contains(type.getName());
  }

  @Override
  public void write(Kryo kryo, Output output, Map.Entry<?, ?> entry) {
    GraphKryo graph = (GraphKryo) kryo;
    graph.owners().wrote(entry);
    graph.references().open(entry);
    graph.at().enter("key");
    kryo.writeClassAndObject(output, entry.getKey());
    graph.at().leave();
    graph.references().close(entry);
    // The map, where the entry doesn't tell; it is in the graph as well then.
    graph.at().enter("map");
    kryo.writeClassAndObject(output, entry instanceof MobileEntry mobile ? mobile.source() : null);
    graph.at().leave();
  }

  @Override
  public Map.Entry<?, ?> read(Kryo kryo, Input input, Class<? extends Map.Entry<?, ?>> type) {
    MobileEntry entry = new MobileEntry(kryo.readClassAndObject(input), null);
    kryo.reference(entry);
    ((GraphKryo) kryo).owners().read(entry);
    var unused = kryo.readClassAndObject(input);
    return entry;
  }
}
