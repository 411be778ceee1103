package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes mutable maps, and objects of user classes that extend them: how it was made, the user's
 * fields, the entries in the order of iteration.
 */
final class MapSerializer extends Serializer<Map<?, ?>> {
  private static final Set<Class<?>> SORTED = Set.of(TreeMap.class, ConcurrentSkipListMap.class);
  private static final Set<Class<?>> PLAIN =
      Set.of(IdentityHashMap.class, ConcurrentHashMap.class, WeakHashMap.class);
  private static final Set<Class<?>> TABLES =
      Set.of(HashMap.class, LinkedHashMap.class, Hashtable.class);

  // A bucket of these is filled from its end, so the last entry is put first.
  private static final Set<Class<?>> BACKWARDS = Set.of(Hashtable.class, WeakHashMap.class);

  private final Class<?> jdk;
  private final @Nullable UserFields fields;
  private final Constructor<?> constructor;
  private final MethodHandle entrySet;
  private final MethodHandle put;

  MapSerializer(Class<?> type, boolean transientToo) {
    jdk = Origin.jdkPart(type);
    fields = type == jdk ? null : new UserFields(type, transientToo);
    entrySet = Construction.superMethod(type, jdk, "entrySet", MethodType.methodType(Set.class));
    put =
        Construction.superMethod(
            type, jdk, "put", MethodType.methodType(Object.class, Object.class, Object.class));
    if (jdk == LinkedHashMap.class) {
      constructor = Construction.through(type, jdk, int.class, float.class, boolean.class);
    } else if (hasTable()) {
      constructor = Construction.through(type, jdk, int.class, float.class);
    } else if (SORTED.contains(jdk)) {
      constructor = Construction.through(type, jdk, Comparator.class);
    } else if (jdk == ConcurrentHashMap.class) {
      constructor = Construction.through(type, jdk, int.class);
    } else {
      constructor = Construction.through(type, jdk);
    }
  }

  static boolean supports(Class<?> jdk) {
    return TABLES.contains(jdk) || SORTED.contains(jdk) || PLAIN.contains(jdk);
  }

  private boolean hasTable() {
    return TABLES.contains(jdk);
  }

  @Override
  public void write(Kryo kryo, Output output, Map<?, ?> map) {
    GraphKryo graph = (GraphKryo) kryo;
    graph.owners().wrote(map);
    if (hasTable()) {
      TableSize.of(map).write(output);
    } else if (jdk == ConcurrentHashMap.class) {
      output.writeVarInt(map.size(), true);
    } else if (SORTED.contains(jdk)) {
      graph.at().enter("comparator");
      graph.references().open(map);
      kryo.writeClassAndObject(output, ((SortedMap<?, ?>) map).comparator());
      graph.references().close(map);
      graph.at().leave();
    }
    if (fields != null) {
      fields.write(graph, output, map);
    }
    List<Map.Entry<?, ?>> entries = new ArrayList<>();
    try {
      entries.addAll((Set<? extends Map.Entry<?, ?>>) entrySet.invoke(map));
    } catch (Throwable e) {
      throw new IllegalStateException("iterating over a " + jdk.getName(), e);
    }
    output.writeVarInt(entries.size(), true);
    for (Map.Entry<?, ?> entry : entries) {
      graph.at().enter("key");
      kryo.writeClassAndObject(output, entry.getKey());
      graph.at().leave();
      graph.at().enter(new ValueOf(entry.getKey()));
      kryo.writeClassAndObject(output, entry.getValue());
      graph.at().leave();
    }
  }

  private record ValueOf(@Nullable Object key) {
    @Override
    public String toString() {
      return key instanceof String || key instanceof Number ? "value of key " + key : "value";
    }
  }

  @Override
  public Map<?, ?> read(Kryo kryo, Input input, Class<? extends Map<?, ?>> type) {
    GraphKryo graph = (GraphKryo) kryo;
    Map<?, ?> map = create(kryo, input);
    kryo.reference(map);
    if (fields != null) {
      fields.read(graph, input, map);
    }
    @Nullable Object[] entries = new @Nullable Object[2 * Lengths.read(input, 2)];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = kryo.readClassAndObject(input);
    }
    graph.fills().add(() -> fill(map, entries));
    return map;
  }

  private Map<?, ?> create(Kryo kryo, Input input) {
    if (hasTable()) {
      TableSize size = TableSize.read(input);
      return (Map<?, ?>)
          (jdk != LinkedHashMap.class
              ? Construction.create(constructor, size.capacity(), size.loadFactor())
              : Construction.create(
                  constructor, size.capacity(), size.loadFactor(), size.accessOrder()));
    } else if (jdk == ConcurrentHashMap.class) {
      return (Map<?, ?>) Construction.create(constructor, roomFor(Lengths.read(input, 2)));
    } else if (SORTED.contains(jdk)) {
      return (Map<?, ?>)
          Construction.create(constructor, new @Nullable Object[] {kryo.readClassAndObject(input)});
    }
    return (Map<?, ?>) Construction.create(constructor);
  }

  /** Gets the capacity for the table that a map of a size grows to, so that none is outgrown. */
  private static int roomFor(int size) {
    int table = 16;
    while (size >= table - table / 4) {
      table *= 2;
    }
    return table - table / 4 - 1;
  }

  private void fill(Map<?, ?> map, @Nullable Object[] entries) {
    try {
      boolean backwards = BACKWARDS.contains(jdk);
      for (int n = 0; n < entries.length; n += 2) {
        int i = backwards ? entries.length - 2 - n : n;
        var unused = put.invoke(map, entries[i], entries[i + 1]);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("filling a " + jdk.getName(), e);
    }
  }
}
