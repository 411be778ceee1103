package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The size of a hash table, on which the order of iteration depends. It is private, but part of the
 * documented serialised form: after the elements, of which each is written as one byte here, the
 * end of the stream is known.
 */
record TableSize(int capacity, float loadFactor, boolean accessOrder) {
  private static final int MAX = 1 << 30;

  static TableSize of(HashMap<?, ?> map) {
    boolean linked = map instanceof LinkedHashMap;
    // ... float loadFactor, int threshold, block mark, block length, int buckets, int size, nulls,
    // end mark [, boolean accessOrder]; what a user's subclass adds is cut off by copying.
    HashMap<?, ?> plain = map;
    if (Origin.jdkPart(map.getClass()) != map.getClass()) {
      return ofSubclass(map);
    }
    ByteBuffer form = form(plain);
    int end = form.capacity() - (linked ? 2 : 1) - 2 * map.size();
    return new TableSize(
        form.getInt(end - 8),
        form.getFloat(end - 18),
        linked && form.get(form.capacity() - 1) != 0);
  }

  static TableSize of(HashSet<?> set) {
    if (Origin.jdkPart(set.getClass()) != set.getClass()) {
      return new TableSize(enoughFor(set.size()), 0.75f, false);
    }
    // ... int capacity, float loadFactor, int size, nulls, end mark.
    ByteBuffer form = form(set);
    int end = form.capacity() - 1 - set.size();
    return new TableSize(form.getInt(end - 12), form.getFloat(end - 8), false);
  }

  private static TableSize ofSubclass(HashMap<?, ?> map) {
    Object copy = map.clone();
    boolean accessOrder = false;
    if (copy instanceof LinkedHashMap<?, ?> linked && linked.size() > 1) {
      var eldest = linked.keySet().iterator().next();
      var unused = linked.get(eldest);
      accessOrder = linked.keySet().iterator().next() != eldest;
    }
    return new TableSize(enoughFor(map.size()), 0.75f, accessOrder);
  }

  private static int enoughFor(int elements) {
    int capacity = 16;
    while (capacity < MAX && capacity * 0.75f < elements) {
      capacity <<= 1;
    }
    return capacity;
  }

  void write(Output output) {
    output.writeVarInt(capacity, true);
    output.writeInt(Float.floatToRawIntBits(loadFactor));
    output.writeBoolean(accessOrder);
  }

  static TableSize read(Input input) {
    int capacity = input.readVarInt(true);
    float loadFactor = Float.intBitsToFloat(input.readInt());
    // The table is allocated with the first element: bounded by what a corrupt length may cost.
    return new TableSize(Math.min(capacity, MAX), loadFactor, input.readBoolean());
  }

  private static ByteBuffer form(Object collection) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new WithoutElements(bytes, collection)) {
      stream.writeObject(collection);
    } catch (IOException e) {
      throw new IllegalStateException("writing a " + collection.getClass().getName(), e);
    }
    byte[] array = bytes.toByteArray();
    return ByteBuffer.wrap(array);
  }

  /** Writes all elements as nulls. */
  private static final class WithoutElements extends ObjectOutputStream {
    private final Object root;

    WithoutElements(OutputStream out, Object root) throws IOException {
      super(out);
      this.root = root;
      enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(Object object) {
      return object == root ? object : null;
    }
  }
}
