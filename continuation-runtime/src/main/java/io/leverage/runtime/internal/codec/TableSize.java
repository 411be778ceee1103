package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The size of a hash table, on which the order of iteration depends. It is private, but part of the
 * documented serialised form, which is written here with nulls for the elements.
 */
record TableSize(int capacity, float loadFactor, boolean accessOrder) {
  private static final int BLOCK = 2;

  /**
   * Reads a {@code HashMap}'s or {@code Hashtable}'s: {@code ... float loadFactor, int threshold,
   * block of int buckets, int size}.
   */
  static TableSize of(Map<?, ?> map) {
    ByteBuffer form = form(map);
    int block = findBlock(form, 8, 4, map.size(), 2 * map.size());
    int end = block + BLOCK + 8 + 2 * map.size() + 1;
    return new TableSize(
        form.getInt(block + BLOCK),
        form.getFloat(block - 8),
        map instanceof LinkedHashMap && form.get(end) != 0);
  }

  /** Reads a set's: {@code block of int capacity, float loadFactor, int size}. */
  static TableSize of(HashSet<?> set) {
    ByteBuffer form = form(set);
    int block = findBlock(form, 12, 8, set.size(), set.size());
    return new TableSize(form.getInt(block + BLOCK), form.getFloat(block + BLOCK + 4), false);
  }

  /** Finds the block of a length that holds the size and is followed by nulls and the end mark. */
  private static int findBlock(ByteBuffer form, int length, int sizeAt, int size, int nulls) {
    for (int i = form.capacity() - BLOCK - length - nulls - 1; i >= 0; i--) {
      if (form.get(i) == ObjectStreamConstants.TC_BLOCKDATA
          && form.get(i + 1) == length
          && form.getInt(i + BLOCK + sizeAt) == size
          && form.get(i + BLOCK + length + nulls) == ObjectStreamConstants.TC_ENDBLOCKDATA) {
        return i;
      }
    }
    throw new IllegalStateException("the serialised form of hash tables is another here");
  }

  void write(Output output) {
    output.writeVarInt(capacity, true);
    output.writeInt(Float.floatToRawIntBits(loadFactor));
    output.writeBoolean(accessOrder);
  }

  static TableSize read(Input input) {
    int capacity = input.readVarInt(true);
    ((GuardedInput) input).takeSlots(capacity);
    float loadFactor = Float.intBitsToFloat(input.readInt());
    return new TableSize(capacity, loadFactor, input.readBoolean());
  }

  /** Gets the serialised form of a collection, in which all that it refers to is null. */
  static ByteBuffer form(Object collection) {
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
