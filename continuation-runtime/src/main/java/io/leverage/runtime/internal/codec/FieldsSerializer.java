package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import io.leverage.continuation.Frame;
import io.leverage.continuation.MobileTokenizer;
import io.leverage.continuation.Travelling;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Writes an object of a user's class as the fields that user classes declare. */
final class FieldsSerializer extends Serializer<Object> {
  private final Class<?> type;
  private final UserFields fields;
  private final Constructor<?> constructor;

  FieldsSerializer(Class<?> type, boolean transientToo) {
    this.type = type;
    this.fields = new UserFields(type, transientToo);
    Class<?> jdk = Origin.jdkPart(type);
    boolean whole = jdk == Record.class || type == MobileTokenizer.class;
    this.constructor = Construction.through(type, whole ? Object.class : jdk);
  }

  /** Tells whether a record's fields were opened by our class loader. */
  static boolean canSet(Class<?> record) {
    return Arrays.stream(record.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .noneMatch(field -> Modifier.isFinal(field.getModifiers()));
  }

  @Override
  public void write(Kryo kryo, Output output, Object object) {
    if (object instanceof Travelling travelling) {
      travelling.depart();
    }
    if (object instanceof Frame frame) {
      output.writeLong(frame.version());
    }
    fields.write((GraphKryo) kryo, output, object);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> requested) {
    Object object = Construction.create(constructor);
    kryo.reference(object);
    if (object instanceof Frame frame && frame.version() != input.readLong()) {
      throw new RefusedException(
          "method "
              + frame.method()
              + " changed since the checkpoint was written, so its frame can't go on. Run the"
              + " classes that wrote it.");
    }
    fields.read((GraphKryo) kryo, input, object);
    if (object instanceof Travelling travelling) {
      ((GraphKryo) kryo).arrivals().add(travelling);
    }
    return object;
  }

  @Override
  public String toString() {
    return "fields of " + type.getName();
  }
}
