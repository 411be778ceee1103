package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a matcher in use as its fields, all of which hold values but for scratch space. They can
 * be seen only where the JVM was started with {@code --add-opens
 * java.base/java.util.regex=ALL-UNNAMED}, as the command {@code leverage exec} and workers are.
 */
final class MatcherSerializer extends Serializer<Matcher> {
  private static final List<String> NAMES =
      List.of(
          "groups",
          "from",
          "to",
          "lookbehindTo",
          "text",
          "acceptMode",
          "first",
          "last",
          "oldLast",
          "lastAppendPosition",
          "hitEnd",
          "requireEnd",
          "transparentBounds",
          "anchoringBounds",
          "modCount");

  /** Null if they can't be seen. */
  private static final @Nullable List<Field> FIELDS = fields();

  private static @Nullable List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    try {
      for (String name : NAMES) {
        Field field = Matcher.class.getDeclaredField(name);
        if (!field.trySetAccessible()) {
          return null;
        }
        fields.add(field);
      }
    } catch (NoSuchFieldException e) {
      return null; // another JDK, in which nothing is known about matchers
    }
    return fields;
  }

  static boolean supports(Class<?> type) {
    return type == Matcher.class && FIELDS != null;
  }

  private static List<Field> visible() {
    if (FIELDS == null) {
      throw new RefusedException("matchers can't travel in this JVM.");
    }
    return FIELDS;
  }

  @Override
  public void write(Kryo kryo, Output output, Matcher matcher) {
    GraphKryo graph = (GraphKryo) kryo;
    graph.at().enter("pattern");
    kryo.writeClassAndObject(output, matcher.pattern());
    graph.at().leave();
    for (Field field : visible()) {
      graph.at().enter(field.getName());
      FieldValues.write(graph, output, field, matcher);
      graph.at().leave();
    }
  }

  @Override
  public Matcher read(Kryo kryo, Input input, Class<? extends Matcher> type) {
    List<Field> fields = visible();
    if (!(kryo.readClassAndObject(input) instanceof Pattern pattern)) {
      throw new RefusedException("corrupt checkpoint: a matcher without a pattern.");
    }
    Matcher matcher = pattern.matcher("");
    kryo.reference(matcher);
    for (Field field : fields) {
      FieldValues.read((GraphKryo) kryo, input, field, matcher);
    }
    return matcher;
  }
}
