package io.leverage.peer.internal.unit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The bytes of a message while it is read; complains rather than read past their end. */
final class UnitInput {
  private final byte[] bytes;
  private int at;

  UnitInput(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = next();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw new MalformedUnitException("a number is too long");
  }

  int integer() {
    long value = number();
    if (value != (int) value) {
      throw new MalformedUnitException(value + " is no int");
    }
    return (int) value;
  }

  long fixed() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (next() & 0xff);
    }
    return value;
  }

  boolean flag() {
    byte value = next();
    if (value != 0 && value != 1) {
      throw new MalformedUnitException("a flag is " + value);
    }
    return value == 1;
  }

  /** Reads a count of things that take at least a byte each. */
  int size() {
    long size = number();
    if (size < 0 || size > bytes.length - at) {
      throw new MalformedUnitException(
          String.format(Locale.ROOT, "a size is %d with %d bytes left", size, bytes.length - at));
    }
    return (int) size;
  }

  byte[] bytes() {
    int size = size();
    at += size;
    return Arrays.copyOfRange(bytes, at - size, at);
  }

  String string() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  Object oneOf(Object[] constants) {
    long ordinal = number();
    if (ordinal < 0 || ordinal >= constants.length) {
      throw new MalformedUnitException("an enum has no constant number " + ordinal);
    }
    return constants[(int) ordinal];
  }

  void expectEnd() {
    if (at != bytes.length) {
      throw new MalformedUnitException((bytes.length - at) + " bytes follow the message");
    }
  }

  private byte next() {
    if (at == bytes.length) {
      throw new MalformedUnitException("the message ends early");
    }
    return bytes[at++];
  }
}
