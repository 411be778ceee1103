package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Writes weak and soft references, and objects of user classes that extend them, with the queue
 * that they are put into once their object is collected. The queue can be seen only where the JVM
 * was started with {@code --add-opens java.base/java.lang.ref=ALL-UNNAMED}.
 */
final class ReferenceSerializer extends Serializer<Reference<?>> {
  /** Null if they can't be seen. */
  static final @Nullable Field QUEUE = TreeSetSerializer.visible(Reference.class, "queue");

  private static final @Nullable Field REFERENT =
      TreeSetSerializer.visible(Reference.class, "referent");

  /** The queue of references that have none, or none any more. */
  private static final @Nullable Object NONE =
      QUEUE == null ? null : FieldValues.get(QUEUE, new WeakReference<>(QUEUE));

  /** The queue of references that wait in one. */
  private static final @Nullable Object WAITING = waiting();

  private final @Nullable UserFields fields;
  private final Constructor<?> constructor;

  ReferenceSerializer(Class<?> type, boolean transientToo) {
    fields = Origin.isJdk(type) ? null : new UserFields(type, transientToo);
    constructor = Construction.through(type, Origin.jdkPart(type), Object.class);
  }

  private static @Nullable Object waiting() {
    Field field = TreeSetSerializer.visible(ReferenceQueue.class, "ENQUEUED");
    return field == null ? null : FieldValues.get(field, null);
  }

  /** Tells whether a JDK class is that of such references, and their queues can be seen. */
  static boolean supports(Class<?> jdk) {
    return (jdk == WeakReference.class || jdk == SoftReference.class) && isVisible();
  }

  static boolean isVisible() {
    return QUEUE != null && REFERENT != null && NONE != null && WAITING != null;
  }

  static void set(@Nullable Field field, Reference<?> reference, @Nullable Object value) {
    try {
      if (field == null) {
        throw new RefusedException("references with queues can't travel in this JVM.");
      }
      field.set(reference, value);
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new RefusedException("corrupt checkpoint: a reference with no queue for one.", e);
    }
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the very objects
  public void write(Kryo kryo, Output output, Reference<?> reference) {
    GraphKryo graph = (GraphKryo) kryo;
    Object referent = REFERENT == null ? null : FieldValues.get(REFERENT, reference);
    Object queue = QUEUE == null ? NONE : FieldValues.get(QUEUE, reference);
    boolean isQueued = queue != NONE && queue != WAITING;
    if (isQueued && referent == null) {
      throw graph
          .at()
          .refuse(reference.getClass(), "it was cleared, and is not in its queue, but may yet be.");
    }
    graph.at().enter("referent");
    kryo.writeClassAndObject(output, referent);
    graph.at().leave();
    graph.at().enter("queue");
    kryo.writeClassAndObject(output, isQueued ? queue : null);
    graph.at().leave();
    if (fields != null) {
      fields.write(graph, output, reference);
    }
  }

  @Override
  public Reference<?> read(Kryo kryo, Input input, Class<? extends Reference<?>> type) {
    Reference<?> reference =
        (Reference<?>) Construction.create(constructor, new @Nullable Object[] {null});
    kryo.reference(reference);
    set(REFERENT, reference, kryo.readClassAndObject(input));
    Object queue = kryo.readClassAndObject(input);
    if (queue != null) {
      set(QUEUE, reference, queue);
    }
    if (fields != null) {
      fields.read((GraphKryo) kryo, input, reference);
    }
    return reference;
  }
}
