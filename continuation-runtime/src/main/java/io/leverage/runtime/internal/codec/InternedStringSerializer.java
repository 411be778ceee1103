package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

/** Writes a string and whether it is interned, since programs may compare literals by identity. */
final class InternedStringSerializer extends Serializer<String> {
  @Override
  @SuppressWarnings({"StringEquality", "ReferenceEquality"}) // identity is what is asked
  public void write(Kryo kryo, Output output, String string) {
    // The copy goes to the pool only if no equal string is there, so the test is exact.
    output.writeBoolean(new String(string.toCharArray()).intern() == string);
    output.writeString(string);
  }

  @Override
  public String read(Kryo kryo, Input input, Class<? extends String> type) {
    boolean interned = input.readBoolean();
    String string = input.readString();
    return interned ? string.intern() : string;
  }
}
