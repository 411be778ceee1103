package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a calendar by its Java serialised form, and beside it what that form leaves out: which
 * fields were set since the time was computed, and in which order. From these the calendar finds
 * out which of them count.
 *
 * <p>Where this can't be seen, a calendar travels if nothing was set since.
 */
final class CalendarSerializer extends Serializer<Calendar> {
  private static final List<String> NAMES =
      List.of(
          "fields",
          "isSet",
          "stamp",
          "nextStamp",
          "time",
          "isTimeSet",
          "areFieldsSet",
          "areAllFieldsSet");

  /** Null if they can't be seen. */
  private static final @Nullable List<Field> STATE = state();

  private final ShellSerializer shell;

  CalendarSerializer(Class<?> type, boolean transientToo) {
    shell = new ShellSerializer(type, transientToo);
  }

  private static @Nullable List<Field> state() {
    List<Field> state = new ArrayList<>();
    try {
      for (String name : NAMES) {
        Field field = Calendar.class.getDeclaredField(name);
        if (!field.trySetAccessible()) {
          return null;
        }
        state.add(field);
      }
    } catch (NoSuchFieldException e) {
      return null; // another JDK, in which nothing is known about calendars
    }
    return state;
  }

  static boolean supports(Class<?> type) {
    return Calendar.class.isAssignableFrom(type) && ShellSerializer.supports(Origin.jdkPart(type));
  }

  @Override
  public void write(Kryo kryo, Output output, Calendar calendar) {
    GraphKryo graph = (GraphKryo) kryo;
    List<@Nullable Object> state = STATE == null ? null : values(STATE, calendar);
    if (state == null && !isComputed(calendar)) {
      throw graph
          .at()
          .refuse(
              calendar.getClass(),
              "fields were set since its time was computed, and it can't be seen in which order."
                  + " Call get(...) before, or run with --add-opens java.base/java.util=ALL-UNNAMED.");
    }
    shell.write(kryo, output, calendar);
    output.writeBoolean(state != null);
    if (STATE != null && state != null) {
      set(STATE, calendar, state); // to write the form has computed the time
      for (Object value : state) {
        kryo.writeClassAndObject(output, copy(value));
      }
    }
  }

  @Override
  public Calendar read(Kryo kryo, Input input, Class<? extends Calendar> type) {
    Calendar calendar = (Calendar) shell.read(kryo, input, type);
    if (!input.readBoolean()) {
      return calendar;
    }
    List<@Nullable Object> state = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      state.add(kryo.readClassAndObject(input));
    }
    if (STATE != null && !isWhole(state)) {
      set(STATE, calendar, state);
    }
    return calendar;
  }

  /** Whether everything was computed from the time, as it will be again when it is asked for. */
  private static boolean isWhole(List<@Nullable Object> state) {
    return state.subList(NAMES.indexOf("isTimeSet"), NAMES.size()).stream()
        .allMatch(Boolean.TRUE::equals);
  }

  private static boolean isComputed(Calendar calendar) {
    String text = calendar.toString();
    return !text.contains("time=?")
        && text.contains("areFieldsSet=true")
        && text.contains("areAllFieldsSet=true");
  }

  private static List<@Nullable Object> values(List<Field> fields, Calendar calendar) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Field field : fields) {
      values.add(copy(FieldValues.get(field, calendar)));
    }
    return values;
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof int[] numbers) {
      return numbers.clone();
    }
    return value instanceof boolean[] flags ? flags.clone() : value;
  }

  private static void set(List<Field> fields, Calendar calendar, List<@Nullable Object> values) {
    try {
      for (int i = 0; i < fields.size(); i++) {
        fields.get(i).set(calendar, values.get(i));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("no access to the state of a calendar", e);
    }
  }
}
