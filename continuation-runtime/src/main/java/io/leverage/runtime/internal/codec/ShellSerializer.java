package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object of a JDK class by its Java serialised form, in which everything that it refers
 * to is replaced by a numbered slot: the shell. What lies in the slots is written as any other
 * object, so sharing and user objects are kept. A user class that extends such a class, an
 * exception mostly, has its own fields written beside the shell.
 */
final class ShellSerializer extends Serializer<Object> {
  /** The handler of annotations, which are proxies. */
  private static final String ANNOTATION = "sun.reflect.annotation.AnnotationInvocationHandler";

  private static final Set<String> PACKAGES =
      Set.of(
          "java.lang",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.function",
          "java.util.regex",
          "java.math",
          "java.text",
          "java.time",
          "java.time.chrono",
          "java.time.temporal",
          "java.time.zone",
          "java.time.format",
          "sun.util.calendar");
  private static final Set<String> OTHERS =
      Set.of(
          "java.net.URI",
          "java.net.URL",
          "java.net.InetAddress",
          "java.net.Inet4Address",
          "java.net.Inet6Address",
          "java.io.File",
          "sun.util.BuddhistCalendar",
          "java.lang.invoke.SerializedLambda",
          ANNOTATION);
  private static final Set<String> REFUSED =
      Set.of("java.util.concurrent.Semaphore", "java.util.Timer", "java.util.EventObject");

  private final @Nullable UserFields fields;

  ShellSerializer(Class<?> type, boolean transientToo) {
    fields = Origin.isJdk(type) ? null : new UserFields(type, transientToo);
  }

  /** Tells whether a JDK class may be written so. */
  static boolean supports(Class<?> type) {
    if (!Serializable.class.isAssignableFrom(type)) {
      return false;
    }
    return Throwable.class.isAssignableFrom(type)
        || OTHERS.contains(type.getName())
        || (PACKAGES.contains(type.getPackageName()) && !REFUSED.contains(type.getName()));
  }

  /** Tells whether a class is a lock's: locks inside collections are free at safepoints. */
  static boolean isInnerLock(Class<?> type) {
    return Origin.isJdk(type) && type.getPackageName().equals("java.util.concurrent.locks");
  }

  /** Tells whether an object is a part of another whose serialised form asks what is in it. */
  static boolean isPart(Object whole, Object object) {
    return object instanceof Map && whole.getClass().getName().equals(ANNOTATION);
  }

  @Override
  public void write(Kryo kryo, Output output, Object object) {
    write(kryo, output, object, null, List.of());
  }

  /**
   * Writes an object.
   *
   * @param cause an exception that caused it, which is written elsewhere
   * @param kept what the JDK's class holds, even if the user's class holds it, too
   */
  void write(Kryo kryo, Output output, Object object, @Nullable Object cause, List<?> kept) {
    GraphKryo graph = (GraphKryo) kryo;
    List<Object> own = new ArrayList<>(fields == null ? List.of() : fields.references(object));
    own.removeIf(each -> kept.stream().anyMatch(other -> other == each));
    ShellOutput.Shell shell = ShellOutput.write(object, own, cause, graph);
    graph.references().open(object);
    output.writeVarInt(shell.slots().size(), true);
    for (Object slot : shell.slots()) {
      graph.at().enter("inside " + object.getClass().getSimpleName());
      kryo.writeClassAndObject(output, slot);
      graph.at().leave();
    }
    graph.references().close(object);
    output.writeVarInt(shell.bytes().length, true);
    output.writeBytes(shell.bytes());
    if (fields != null) {
      fields.write(graph, output, object);
    }
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    int count = Lengths.read(input, 1);
    List<@Nullable Object> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(kryo.readClassAndObject(input));
    }
    byte[] bytes = input.readBytes(Lengths.read(input, 1));
    Object object = ShellInput.read(bytes, slots, ((GraphKryo) kryo).known());
    kryo.reference(object);
    if (fields != null) {
      fields.read((GraphKryo) kryo, input, object);
    }
    return object;
  }
}
