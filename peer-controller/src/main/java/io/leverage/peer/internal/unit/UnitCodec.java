package io.leverage.peer.internal.unit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns unit messages into bytes and back.
 *
 * <p>The vocabulary is closed: the permitted records of {@link UnitMessage}, numbered in the order
 * of their names, of strings, numbers, byte arrays, enums, lists and one another. Nothing else can
 * be written or, more to the point, read: no bytes make the reader load a class or allocate more
 * than they hold. That is why this is no general serialiser.
 */
public final class UnitCodec {
  private static final List<RecordShape> SHAPES = new ArrayList<>();
  private static final Map<Class<?>, Integer> NUMBERS = new HashMap<>();

  static {
    Stream.of(UnitMessage.class.getPermittedSubclasses())
        .sorted(Comparator.comparing(Class::getName))
        .forEach(
            type -> {
              NUMBERS.put(type, SHAPES.size());
              SHAPES.add(new RecordShape(type));
            });
  }

  private UnitCodec() {}

  /** Encodes a message. */
  public static byte[] encode(UnitMessage message) {
    Integer number = NUMBERS.get(message.getClass());
    if (number == null) {
      throw new IllegalArgumentException(message.getClass() + " is no unit message");
    }
    UnitOutput out = new UnitOutput();
    out.number(number);
    SHAPES.get(number).write(message, out);
    return out.toBytes();
  }

  /**
   * Decodes a message.
   *
   * @throws MalformedUnitException if the bytes are not exactly one message
   */
  public static UnitMessage decode(byte[] bytes) {
    UnitInput in = new UnitInput(bytes);
    long number = in.number();
    if (number < 0 || number >= SHAPES.size()) {
      throw new MalformedUnitException("there is no unit message number " + number);
    }
    UnitMessage message = SHAPES.get((int) number).read(in);
    in.expectEnd();
    return message;
  }

  /** Gets a number that differs between vocabularies that don't understand each other. */
  static int fingerprint() {
    return SHAPES.toString().hashCode();
  }
}
