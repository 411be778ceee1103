package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
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
  /**
   * Reads a {@code HashMap}'s or {@code Hashtable}'s: {@code float loadFactor, int threshold, block
   * of int buckets, int size, keys and values}; then a {@code LinkedHashMap}'s order.
   */
  static TableSize of(Map<?, ?> map) {
    SerialForm form = new SerialForm(form(map));
    float loadFactor = form.number().getFloat();
    form.number();
    form.expect(ObjectStreamConstants.TC_BLOCKDATA, 8);
    int capacity = form.number().getInt();
    form.number();
    boolean accessOrder = false;
    if (map instanceof LinkedHashMap) {
      for (int i = 0; i < 2 * map.size(); i++) {
        form.skipValue();
      }
      form.expect(ObjectStreamConstants.TC_ENDBLOCKDATA);
      accessOrder = form.next() != 0;
    }
    return new TableSize(capacity, loadFactor, accessOrder);
  }

  /** Reads a set's: {@code block of int capacity, float loadFactor, int size}. */
  static TableSize of(HashSet<?> set) {
    SerialForm form = new SerialForm(form(set));
    form.expect(ObjectStreamConstants.TC_BLOCKDATA, 12);
    return new TableSize(form.number().getInt(), form.number().getFloat(), false);
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

  /**
   * Gets the serialised form of a collection, in which all that it refers to is null, classes
   * aside, and no class is described.
   */
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
    protected void writeClassDescriptor(ObjectStreamClass type) {}

    @Override
    protected @Nullable Object replaceObject(Object object) {
      return object == root ? object : null;
    }
  }
}
