package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Set;

/**
 * Carries objects that can't be serialised by reference, within one process: streams, scanners and
 * the like, whose classes hold no objects of user classes.
 */
final class Carried extends Serializer<Object> {
  private static final Set<String> PACKAGES =
      Set.of(
          "java.io",
          "java.nio.file",
          "java.nio.charset",
          "java.nio.channels",
          "sun.nio.fs",
          "sun.nio.cs",
          "sun.nio.ch",
          "java.util.logging",
          "java.security",
          "javax.crypto",
          "javax.crypto.spec",
          "java.util.concurrent.locks",
          "java.time.format");
  private static final Set<String> CLASSES =
      Set.of(
          "java.util.Scanner",
          "java.util.PropertyResourceBundle",
          "java.util.SplittableRandom",
          "java.util.StringJoiner",
          "java.util.concurrent.Semaphore",
          "java.util.regex.Matcher",
          "java.lang.Runtime",
          "java.lang.Thread",
          "java.lang.ProcessHandleImpl");

  static boolean allows(Class<?> type) {
    return CLASSES.contains(type.getName())
        || type.getName().startsWith("java.nio.Direct") // memory outside the heap
        || PACKAGES.contains(type.getPackageName());
  }

  @Override
  public void write(Kryo kryo, Output output, Object object) {
    GraphKryo graph = (GraphKryo) kryo;
    if (object instanceof Thread thread && thread != Thread.currentThread()) {
      throw graph
          .at()
          .refuse(thread.getClass(), "another thread can't move along with its virtual thread.");
    }
    if (object instanceof ObjectInputStream || object instanceof ObjectOutputStream) {
      throw graph
          .at()
          .refuse(
              object.getClass(),
              "it remembers the objects that it has read or written, and they move without it.");
    }
    Object own =
        graph.carried().isOpen() ? Wrapped.ownObject(object, graph.getClassLoader()) : null;
    if (own != null) {
      throw graph
          .at()
          .refuse(
              object.getClass(),
              "it holds an object of the program's own class "
                  + own.getClass().getName()
                  + ", which would move without it.");
    }
    int place = graph.carried().place(object);
    if (place < 0) {
      throw graph.at().refuse(object.getClass(), Remedy.of(object.getClass()));
    }
    output.writeVarInt(place, true);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    Object object = ((GraphKryo) kryo).carried().objects().get(input.readVarInt(true));
    kryo.reference(object);
    return object;
  }
}
