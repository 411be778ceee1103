package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.concurrent.atomic.AtomicReference;

/** Writes atomic references, which may be part of cycles. */
final class AtomicReferenceSerializer extends Serializer<AtomicReference<Object>> {
  @Override
  public void write(Kryo kryo, Output output, AtomicReference<Object> reference) {
    ((GraphKryo) kryo).at().enter("value");
    kryo.writeClassAndObject(output, reference.get());
    ((GraphKryo) kryo).at().leave();
  }

  @Override
  public AtomicReference<Object> read(
      Kryo kryo, Input input, Class<? extends AtomicReference<Object>> type) {
    AtomicReference<Object> reference = new AtomicReference<>();
    kryo.reference(reference);
    reference.set(kryo.readClassAndObject(input));
    return reference;
  }
}
