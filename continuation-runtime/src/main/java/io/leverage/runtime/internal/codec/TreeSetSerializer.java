package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.AbstractSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a sorted set as the map behind it, which it shares with its views: those have the same
 * class. The map can be seen only where the JVM was started with {@code --add-opens
 * java.base/java.util=ALL-UNNAMED}, as the command {@code leverage exec} and workers are.
 */
final class TreeSetSerializer extends Serializer<Set<?>> {
  /** Null if it can't be seen. */
  private static final @Nullable Field MAP = visible(TreeSet.class, "m");

  private final @Nullable UserFields fields;
  private final Constructor<?> constructor;

  TreeSetSerializer(Class<?> type, boolean transientToo) {
    fields = Origin.isJdk(type) ? null : new UserFields(type, transientToo);
    constructor = Construction.through(type, AbstractSet.class);
  }

  static @Nullable Field visible(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      return field.trySetAccessible() ? field : null;
    } catch (NoSuchFieldException e) {
      return null; // another JDK, in which nothing is known about it
    }
  }

  /** Tells whether a JDK class is that of sorted sets, and their maps can be seen. */
  static boolean supports(Class<?> jdk) {
    return jdk == TreeSet.class && MAP != null && PlainObjectSerializer.PRESENT != null;
  }

  private static Field map() {
    if (MAP == null) {
      throw new RefusedException("sorted sets can't travel in this JVM.");
    }
    return MAP;
  }

  @Override
  public void write(Kryo kryo, Output output, Set<?> set) {
    GraphKryo graph = (GraphKryo) kryo;
    if (fields != null) {
      fields.write(graph, output, set);
    }
    kryo.writeClassAndObject(output, FieldValues.get(map(), set));
  }

  @Override
  public Set<?> read(Kryo kryo, Input input, Class<? extends Set<?>> type) {
    Set<?> set = (Set<?>) Construction.create(constructor);
    kryo.reference(set);
    if (fields != null) {
      fields.read((GraphKryo) kryo, input, set);
    }
    Object map = kryo.readClassAndObject(input);
    if (map == null || map.getClass().getNestHost() != TreeMap.class) {
      throw new RefusedException("corrupt checkpoint: a sorted set without a map.");
    }
    try {
      map().set(set, map);
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new RefusedException("corrupt checkpoint: a sorted set without a map.", e);
    }
    return set;
  }
}
