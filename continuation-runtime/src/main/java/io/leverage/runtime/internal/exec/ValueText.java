package io.leverage.runtime.internal.exec;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Describes values in a few words, without running methods of user classes. */
final class ValueText {
  private static final int DEPTH = 2;
  private static final int SHOWN = 6;
  private static final int LETTERS = 60;

  private ValueText() {}

  static String of(@Nullable Object value) {
    return of(value, DEPTH);
  }

  private static String of(@Nullable Object value, int depth) {
    if (value == null) {
      return "null";
    } else if (value instanceof CharSequence text && isJdk(value)) {
      return quoted(text.toString());
    } else if (value instanceof Character letter) {
      return "'" + letter + "'";
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof Class<?> type) {
      return type.getName() + ".class";
    } else if (value.getClass().isArray()) {
      return array(value, depth);
    } else if (isJdk(value) && value instanceof Map<?, ?> map) {
      return name(value) + "(" + map.size() + ")" + elements(map.entrySet().iterator(), depth);
    } else if (isJdk(value) && value instanceof Collection<?> all) {
      return name(value) + "(" + all.size() + ")" + elements(all.iterator(), depth);
    } else if (value instanceof Map.Entry<?, ?> entry && isJdk(value)) {
      return of(entry.getKey(), depth) + "=" + of(entry.getValue(), depth);
    } else if (isJdk(value)) {
      return isPlain(value) ? value.toString() : name(value);
    }
    boolean ours = value.getClass().getPackageName().startsWith("io.leverage.");
    return name(value) + (depth == 0 || ours ? "" : fields(value, depth));
  }

  private static boolean isJdk(Object value) {
    return value.getClass().getClassLoader() == null;
  }

  /** Tells whether a JDK object's text is its own, without that of what it holds. */
  private static boolean isPlain(Object value) {
    String of = value.getClass().getPackageName();
    return value instanceof Number
        || value instanceof Boolean
        || of.startsWith("java.time")
        || value instanceof java.util.UUID
        || value instanceof java.util.BitSet;
  }

  private static String name(Object value) {
    String name = value.getClass().getName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String quoted(String text) {
    String shown = text.length() > LETTERS ? text.substring(0, LETTERS) + "..." : text;
    return '"' + shown.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"") + '"';
  }

  private static String array(Object array, int depth) {
    int length = Array.getLength(array);
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < Math.min(length, SHOWN) && depth > 0; i++) {
      text.add(of(Array.get(array, i), depth - 1));
    }
    return array.getClass().getComponentType().getSimpleName()
        + "["
        + length
        + "]"
        + (depth > 0 ? more(text, length) : "");
  }

  private static String elements(Iterator<?> all, int depth) {
    if (depth == 0) {
      return "";
    }
    StringJoiner text = new StringJoiner(", ", "[", "]");
    int count = 0;
    for (; all.hasNext(); count++) {
      Object each = all.next();
      if (count < SHOWN) {
        text.add(of(each, depth - 1));
      }
    }
    return more(text, count);
  }

  private static String more(StringJoiner text, int count) {
    return (count > SHOWN ? text.add("...") : text).toString();
  }

  private static String fields(Object value, int depth) {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (Class<?> type = value.getClass();
        type != null && type.getClassLoader() != null;
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          text.add(field.getName() + "=" + of(get(field, value), depth - 1));
        }
      }
    }
    return text.toString();
  }

  private static @Nullable Object get(Field field, Object value) {
    field.setAccessible(true);
    try {
      return field.get(value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
