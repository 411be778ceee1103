package io.leverage.peer.internal.unit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a message while it is written. Numbers take as many bytes as they need. */
final class UnitOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Writes a number in zigzag form, seven bits a byte. */
  void number(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7fL) != 0) {
      bytes.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  void fixed(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes.write((int) (value >>> shift));
    }
  }

  void flag(boolean value) {
    bytes.write(value ? 1 : 0);
  }

  void bytes(byte[] value) {
    number(value.length);
    bytes.writeBytes(value);
  }

  void string(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
