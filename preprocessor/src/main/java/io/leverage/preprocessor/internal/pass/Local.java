package io.leverage.preprocessor.internal.pass;

import org.jspecify.annotations.Nullable;

/**
 * A local variable of a method that is being transformed.
 *
 * @param name its name, which no other variable of the method with another type has
 * @param type its type as source text
 * @param erased its erased type as source text
 * @param source for the iterator of a for-each loop, or its variable if that is a map's entry, the
 *     local that holds what the loop iterates over
 */
public record Local(String name, String type, String erased, @Nullable String source) {
  /** Tells whether it holds a value in an expression, and isn't a variable of the user's. */
  public boolean isTemporary() {
    return name.startsWith("t$") && source == null;
  }

  /** Gets the source text of the type's default value. */
  public String defaultValue() {
    return defaultOf(type);
  }

  /**
   * Gets the default value of a type.
   *
   * @param type its source text
   * @return the literal
   */
  public static String defaultOf(String type) {
    return switch (type) {
      case "boolean" -> "false";
      case "byte", "short", "char", "int", "long", "float", "double" -> "0";
      default -> "null";
    };
  }
}
