package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a queue of references with those that wait in it, the next one first. */
final class ReferenceQueueSerializer extends Serializer<ReferenceQueue<?>> {
  /** Null if they can't be seen. */
  private static final @Nullable Field HEAD =
      TreeSetSerializer.visible(ReferenceQueue.class, "head");

  private static final @Nullable Field NEXT = TreeSetSerializer.visible(Reference.class, "next");

  /** Tells whether a class is that of queues, and what waits in them can be seen. */
  static boolean supports(Class<?> type) {
    return type == ReferenceQueue.class
        && HEAD != null
        && NEXT != null
        && ReferenceSerializer.isVisible();
  }

  @Override
  public void write(Kryo kryo, Output output, ReferenceQueue<?> queue) {
    List<Object> waiting = waiting(queue);
    output.writeVarInt(waiting.size(), true);
    for (Object reference : waiting) {
      kryo.writeClassAndObject(output, reference);
    }
  }

  @SuppressWarnings("ReferenceEquality") // the last one is its own next
  private static List<Object> waiting(ReferenceQueue<?> queue) {
    List<Object> waiting = new ArrayList<>();
    Object each = HEAD == null ? null : FieldValues.get(HEAD, queue);
    while (each != null && NEXT != null) {
      waiting.add(each);
      Object next = FieldValues.get(NEXT, each);
      each = next == each ? null : next;
    }
    return waiting;
  }

  @Override
  public ReferenceQueue<?> read(
      Kryo kryo, Input input, Class<? extends ReferenceQueue<?>> requested) {
    ReferenceQueue<?> queue = new ReferenceQueue<>();
    kryo.reference(queue);
    List<Reference<?>> waiting = new ArrayList<>();
    for (int count = Lengths.read(input, 1); count > 0; count--) {
      if (!(kryo.readClassAndObject(input) instanceof Reference<?> reference)) {
        throw new RefusedException("corrupt checkpoint: no reference waits in a queue for them.");
      }
      waiting.add(0, reference);
    }
    ((GraphKryo) kryo).fills().add(() -> waiting.forEach(each -> enqueue(each, queue)));
    return queue;
  }

  // The last one to come is the first to go.
  private static void enqueue(Reference<?> reference, ReferenceQueue<?> queue) {
    ReferenceSerializer.set(ReferenceSerializer.QUEUE, reference, queue);
    reference.enqueue();
  }
}
