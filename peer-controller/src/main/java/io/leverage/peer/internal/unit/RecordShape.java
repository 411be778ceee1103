package io.leverage.peer.internal.unit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How one record of the vocabulary is written and read: its components, in order. */
final class RecordShape {
  private final Class<?> type;
  private final List<RecordComponent> components;
  private final List<UnitPart> parts;
  private final Constructor<?> constructor;

  RecordShape(Class<?> type) {
    this.type = type;
    components = List.of(type.getRecordComponents());
    parts = components.stream().map(c -> UnitPart.of(c.getGenericType())).toList();
    try {
      constructor =
          type.getDeclaredConstructor(
              components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is no record", e);
    }
  }

  void write(UnitMessage message, UnitOutput out) {
    for (int i = 0; i < parts.size(); i++) {
      try {
        parts.get(i).write(components.get(i).getAccessor().invoke(message), out);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("can't read " + components.get(i) + " of " + type, e);
      }
    }
  }

  UnitMessage read(UnitInput in) {
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(i).read(in);
    }
    try {
      return (UnitMessage) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new MalformedUnitException("can't make a " + type.getSimpleName() + ": " + e);
    }
  }

  /** Gets all that both ends must agree on. */
  @Override
  public String toString() {
    return Stream.concat(
            Stream.of(type.getName()),
            components.stream().map(c -> c + Arrays.toString(c.getType().getEnumConstants())))
        .collect(Collectors.joining(" "));
  }
}
