package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.nio.ByteBuffer;
import java.util.Stack;
import java.util.Vector;

/**
 * How much a {@code Vector} holds before it grows, and by how much it grows then: a program can ask
 * for the capacity.
 *
 * @param capacity the length of its array
 * @param increment by how much it grows; 0 if it doubles
 */
record VectorSize(int capacity, int increment) {
  private static final VectorSize USUAL = new VectorSize(10, 0);
  private static final int END = 2;

  /**
   * Reads the end of the serialised form: {@code int capacityIncrement, int elementCount, null, end
   * mark}. What extends {@code Vector} writes more after it, and starts anew.
   */
  static VectorSize of(Vector<?> vector) {
    if (vector.getClass() != Vector.class && vector.getClass() != Stack.class) {
      return USUAL;
    }
    ByteBuffer form = TableSize.form(vector);
    int end = form.capacity() - END;
    if (form.getInt(end - Integer.BYTES) != vector.size()) {
      throw new IllegalStateException("the serialised form of vectors is another here");
    }
    return new VectorSize(vector.capacity(), form.getInt(end - 2 * Integer.BYTES));
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

  /** Gives a stack, which has no constructor for it, its capacity. */
  void applyTo(Stack<?> empty) {
    empty.trimToSize();
    empty.ensureCapacity(capacity);
  }
}
