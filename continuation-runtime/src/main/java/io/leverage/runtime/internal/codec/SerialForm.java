package io.leverage.runtime.internal.codec;

import java.io.ObjectStreamConstants;
import java.nio.ByteBuffer;

/**
 * Reads the Java serialised form of a collection, as {@link TableSize#form} writes it, by the
 * grammar of the Java object serialisation specification. It stands before the fields of the
 * object's first serialisable class.
 */
final class SerialForm {
  private static final int STREAM_HEADER = 4;

  private final ByteBuffer form;

  SerialForm(ByteBuffer form) {
    this.form = form;
    form.position(STREAM_HEADER);
    expect(ObjectStreamConstants.TC_OBJECT);
    skipClass(next());
  }

  byte next() {
    return form.get();
  }

  /** Gets the buffer, which stands before a number, and goes behind that. */
  ByteBuffer number() {
    ByteBuffer number = form.slice(form.position(), Integer.BYTES);
    form.position(form.position() + Integer.BYTES);
    return number;
  }

  void expect(int... bytes) {
    for (int each : bytes) {
      if (next() != each) {
        throw new IllegalStateException("the serialised form of hash tables is another here");
      }
    }
  }

  /** Skips null, a class, or something that was written before. */
  void skipValue() {
    byte kind = next();
    if (kind == ObjectStreamConstants.TC_CLASS) {
      skipClass(next());
    } else if (kind == ObjectStreamConstants.TC_REFERENCE) {
      number();
    } else if (kind != ObjectStreamConstants.TC_NULL) {
      throw new IllegalStateException("the serialised form of hash tables is another here");
    }
  }

  private void skipClass(byte first) {
    byte kind = first;
    while (kind != ObjectStreamConstants.TC_NULL) {
      switch (kind) {
        case ObjectStreamConstants.TC_REFERENCE -> {
          number();
          return;
        }
        case ObjectStreamConstants.TC_PROXYCLASSDESC -> {
          for (int i = number().getInt(); i > 0; i--) {
            form.position(form.getShort() + form.position());
          }
        }
        default -> {}
      }
      expect(ObjectStreamConstants.TC_ENDBLOCKDATA);
      kind = next();
    }
  }
}
