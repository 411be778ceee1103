package io.leverage.conformance.internal;

/** The implicit conversions of JUnit 5's literal arguments that the libraries use. */
final class Conversions {
  private Conversions() {}

  static Object convert(Object value, Class<?> type) {
    if (value instanceof Integer number) {
      if (type == long.class || type == Long.class) {
        return number.longValue();
      } else if (type == double.class || type == Double.class) {
        return number.doubleValue();
      }
    } else if (value instanceof String name && type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(name)) {
          return constant;
        }
      }
    }
    return value;
  }
}
