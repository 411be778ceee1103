package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.Vector;

/**
 * The room in a {@code Vector}, and by how much it grows. The first can be asked for; the second is
 * protected, so subclasses see it, and part of the documented serialised form.
 */
record VectorSize(int capacity, int increment) {
  /** What a vector's form ends with: {@code int capacityIncrement, int elementCount, null, end}. */
  private static final int TAIL = 10;

  static VectorSize of(Vector<?> vector) {
    Class<?> type = vector.getClass();
    try {
      int capacity =
          (int)
              Construction.superMethod(
                      type, Origin.jdkPart(type), "capacity", MethodType.methodType(int.class))
                  .invoke(vector);
      return new VectorSize(capacity, increment(vector));
    } catch (Throwable e) {
      throw new IllegalStateException("asking a vector for its capacity", e);
    }
  }

  private static int increment(Vector<?> vector) throws Throwable {
    Class<?> type = vector.getClass();
    if (type == Vector.class) {
      ByteBuffer form = TableSize.form(vector);
      return form.getInt(form.capacity() - TAIL);
    } else if (Origin.isJdk(type)) {
      return 0; // a stack's: nothing sets it
    }
    return (int)
        MethodHandles.privateLookupIn(Origin.topUserClass(type), MethodHandles.lookup())
            .findGetter(Vector.class, "capacityIncrement", int.class)
            .invoke(vector);
  }

  void write(Output output) {
    output.writeVarInt(capacity, true);
    output.writeInt(increment);
  }

  static VectorSize read(Input input) {
    int capacity = input.readVarInt(true);
    ((GuardedInput) input).takeSlots(capacity);
    return new VectorSize(capacity, input.readInt());
  }
}
