package io.leverage.demo.tsp.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code leverage ... --json} prints: maps, lists, strings, doubles, booleans and null.
 */
final class JsonReader {
  private final String text;
  private int position;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads all objects that a text holds, outermost first.
   *
   * @throws IllegalArgumentException if it isn't JSON
   */
  static List<Map<String, @Nullable Object>> objects(String text) {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.skipSpace();
    if (reader.position < text.length()) {
      throw reader.error("expected the end");
    }
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    collect(value, objects);
    return objects;
  }

  @SuppressWarnings("unchecked") // value() makes no other maps
  private static void collect(@Nullable Object value, List<Map<String, @Nullable Object>> objects) {
    if (value instanceof Map<?, ?> map) {
      objects.add((Map<String, @Nullable Object>) map);
      map.values().forEach(child -> collect(child, objects));
    } else if (value instanceof List<?> list) {
      list.forEach(child -> collect(child, objects));
    }
  }

  private @Nullable Object value() {
    skipSpace();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    expect('{');
    if (!next('}')) {
      do {
        skipSpace();
        String key = string();
        skipSpace();
        expect(':');
        map.put(key, value());
      } while (next(','));
      expect('}');
    }
    return map;
  }

  private List<@Nullable Object> list() {
    List<@Nullable Object> list = new ArrayList<>();
    expect('[');
    if (!next(']')) {
      do {
        list.add(value());
      } while (next(','));
      expect(']');
    }
    return list;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    expect('"');
    while (peek() != '"') {
      char c = text.charAt(position++);
      string.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return string.toString();
  }

  private char escaped() {
    char c = peek();
    position++;
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        if (position + 4 > text.length()) {
          throw error("expected four hexadecimal digits");
        }
        position += 4;
        yield (char) Integer.parseInt(text, position - 4, position, 16);
      }
      default -> c;
    };
  }

  private @Nullable Object word(String word, @Nullable Object meaning) {
    if (!text.startsWith(word, position)) {
      throw error("expected " + word);
    }
    position += word.length();
    return meaning;
  }

  private Double number() {
    int start = position;
    while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    try {
      return Double.valueOf(text.substring(start, position));
    } catch (NumberFormatException e) {
      throw error("expected a value");
    }
  }

  private boolean next(char c) {
    skipSpace();
    boolean found = peek() == c;
    if (found) {
      position++;
    }
    return found;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw error("expected " + c);
    }
    position++;
  }

  private char peek() {
    if (position >= text.length()) {
      throw error("unexpected end");
    }
    return text.charAt(position);
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private IllegalArgumentException error(String message) {
    return new IllegalArgumentException(
        "%s at character %d of: %s".formatted(message, position, text));
  }
}
