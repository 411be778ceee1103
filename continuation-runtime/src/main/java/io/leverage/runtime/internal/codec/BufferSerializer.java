package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.InvalidMarkException;
import org.jspecify.annotations.Nullable;

/** Writes byte and char buffers that lie in an array: the array itself, and the window on it. */
final class BufferSerializer extends Serializer<Buffer> {
  /** Tells whether a class is that of such a buffer. */
  static boolean supports(Class<?> type) {
    String name = type.getName();
    return name.equals("java.nio.HeapByteBuffer") || name.equals("java.nio.HeapCharBuffer");
  }

  @Override
  public void write(Kryo kryo, Output output, Buffer buffer) {
    kryo.writeClassAndObject(output, buffer.array());
    output.writeVarInt(buffer.arrayOffset(), true);
    output.writeVarInt(buffer.capacity(), true);
    output.writeVarInt(buffer.limit(), true);
    output.writeVarInt(buffer.position(), true);
    output.writeVarInt(mark(buffer), false);
    output.writeBoolean(
        buffer instanceof ByteBuffer bytes && bytes.order() == ByteOrder.LITTLE_ENDIAN);
  }

  /** Finds the mark, which is never behind the position: so going there and back keeps it. */
  private static int mark(Buffer buffer) {
    int position = buffer.position();
    try {
      buffer.reset();
    } catch (InvalidMarkException e) {
      return -1;
    }
    int mark = buffer.position();
    buffer.position(position);
    return mark;
  }

  @Override
  public Buffer read(Kryo kryo, Input input, Class<? extends Buffer> type) {
    Object array = kryo.readClassAndObject(input);
    Buffer buffer =
        window(array, input.readVarInt(true), input.readVarInt(true)).limit(input.readVarInt(true));
    int position = input.readVarInt(true);
    int mark = input.readVarInt(false);
    if (mark >= 0) {
      buffer.position(mark).mark();
    }
    buffer.position(position);
    if (input.readBoolean() && buffer instanceof ByteBuffer bytes) {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
    }
    kryo.reference(buffer);
    return buffer;
  }

  private static Buffer window(@Nullable Object array, int offset, int capacity) {
    if (array instanceof byte[] bytes) {
      ByteBuffer whole = ByteBuffer.wrap(bytes);
      return offset == 0 && capacity == bytes.length ? whole : whole.slice(offset, capacity);
    } else if (array instanceof char[] chars) {
      CharBuffer whole = CharBuffer.wrap(chars);
      return offset == 0 && capacity == chars.length ? whole : whole.slice(offset, capacity);
    }
    throw new RefusedException("corrupt checkpoint: a buffer without an array.");
  }
}
