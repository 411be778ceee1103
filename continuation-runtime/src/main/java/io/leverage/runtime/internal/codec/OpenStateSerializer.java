package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import io.leverage.continuation.MobileBufferedReader;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.FilterReader;
import java.io.FilterWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractSequentialList;
import java.util.ArrayList;
import java.util.EventObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object of a user's class that extends a JDK class whose whole state is protected, so
 * that subclasses may read and set it: streams that filter others, those over arrays, and events.
 */
final class OpenStateSerializer extends Serializer<Object> {
  private static final Map<Class<?>, Set<String>> OPEN =
      Map.ofEntries(
          Map.entry(EventObject.class, Set.of("source")),
          Map.entry(AbstractCollection.class, Set.of()),
          Map.entry(AbstractList.class, Set.of("modCount")),
          Map.entry(AbstractSequentialList.class, Set.of()),
          Map.entry(InputStream.class, Set.of()),
          Map.entry(OutputStream.class, Set.of()),
          Map.entry(Reader.class, Set.of("lock")),
          Map.entry(Writer.class, Set.of("lock")),
          Map.entry(FilterInputStream.class, Set.of("in")),
          Map.entry(FilterReader.class, Set.of("in")),
          Map.entry(FilterWriter.class, Set.of("out")),
          Map.entry(FilterOutputStream.class, Set.of("out")),
          Map.entry(ByteArrayInputStream.class, Set.of("buf", "pos", "mark", "count")),
          Map.entry(ByteArrayOutputStream.class, Set.of("buf", "count")));

  /** Classes of the JDK whose own state nothing uses, because our subclass keeps another. */
  private static final Map<Class<?>, Class<?>> UNUSED =
      Map.of(BufferedReader.class, MobileBufferedReader.class);

  /** Buffers that hold nothing between two calls. */
  private static final Set<String> SCRATCH = Set.of("skipBuffer", "writeBuffer");

  /** What {@link ClosedFlag} answers for. */
  private static final Set<String> FLAG = Set.of("closed", "closeLock");

  private record Access(String name, Class<?> type, MethodHandle getter, MethodHandle setter) {}

  private final List<Access> open = new ArrayList<>();
  private final UserFields fields;
  private final boolean hasFlag;
  private final boolean isBuffered;
  private final Constructor<?> constructor;

  OpenStateSerializer(Class<?> type, boolean transientToo) {
    fields = new UserFields(type, transientToo);
    hasFlag = FilterOutputStream.class.isAssignableFrom(type);
    isBuffered = MobileBufferedReader.class.isAssignableFrom(type);
    constructor = constructor(type);
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(Origin.topUserClass(type), MethodHandles.lookup());
      for (Class<?> c = Origin.jdkPart(type); c != Object.class; c = c.getSuperclass()) {
        for (String name : OPEN.getOrDefault(c, Set.of()).stream().sorted().toList()) {
          Class<?> value = c.getDeclaredField(name).getType();
          open.add(
              new Access(
                  name,
                  value,
                  lookup.findGetter(c, name, value),
                  lookup.findSetter(c, name, value)));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no access to the state of " + type.getName(), e);
    }
  }

  private Constructor<?> constructor(Class<?> type) {
    if (isBuffered) {
      return Construction.through(type, BufferedReader.class, Reader.class, int.class);
    }
    return hasFlag
        ? Construction.through(type, FilterOutputStream.class, OutputStream.class)
        : Construction.through(type, Object.class);
  }

  private Object create() {
    if (isBuffered) {
      return Construction.create(constructor, Reader.nullReader(), 1);
    }
    return hasFlag
        ? Construction.create(constructor, new @Nullable Object[] {null})
        : Construction.create(constructor);
  }

  /** Tells whether all that the JDK keeps of an object is open to its class, in this JDK. */
  static boolean supports(Class<?> type) {
    Set<String> known =
        FilterOutputStream.class.isAssignableFrom(type) && ClosedFlag.isNeverSet(type)
            ? FLAG
            : SCRATCH;
    for (Class<?> c = Origin.jdkPart(type); c != Object.class; c = c.getSuperclass()) {
      Class<?> ours = UNUSED.get(c);
      if (ours != null && ours.isAssignableFrom(type)) {
        continue;
      }
      Set<String> names = OPEN.get(c);
      if (names == null) {
        return false;
      }
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !names.contains(field.getName())
            && !known.contains(field.getName())) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void write(Kryo kryo, Output output, Object object) {
    for (Access each : open) {
      ((GraphKryo) kryo).at().enter(each.name());
      Object value = get(each, object);
      if (value instanceof Integer number) {
        output.writeVarInt(number, false);
      } else {
        kryo.writeClassAndObject(output, value);
      }
      ((GraphKryo) kryo).at().leave();
    }
    fields.write((GraphKryo) kryo, output, object);
  }

  private static @Nullable Object get(Access access, Object object) {
    try {
      return access.getter().invoke(object);
    } catch (Throwable e) {
      throw new IllegalStateException("reading " + access, e);
    }
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    Object object = create();
    kryo.reference(object);
    for (Access each : open) {
      Object value =
          each.type() == int.class ? input.readVarInt(false) : kryo.readClassAndObject(input);
      try {
        each.setter().invoke(object, value);
      } catch (ClassCastException e) {
        throw new RefusedException("corrupt checkpoint: " + e, e);
      } catch (Throwable e) {
        throw new IllegalStateException("setting " + each, e);
      }
    }
    fields.read((GraphKryo) kryo, input, object);
    return object;
  }
}
