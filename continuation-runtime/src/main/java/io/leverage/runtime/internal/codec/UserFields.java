package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The instance fields that a class and its superclasses of the user declare, synthetic ones too.
 * With the first object of a class in a graph goes a hash of their names and types, so that an
 * object never lands in a changed class.
 */
final class UserFields {
  private static final Set<String> API =
      Set.of("io.leverage", "io.leverage.continuation", "io.leverage.spi");

  private final Class<?> type;
  private final List<Field> fields = new ArrayList<>();
  private final int hash;

  UserFields(Class<?> type, boolean transientToo) {
    this.type = type;
    for (Class<?> c = type; c != null && !Origin.isJdk(c); c = c.getSuperclass()) {
      Field[] declared = c.getDeclaredFields();
      Arrays.sort(declared, Comparator.comparing(Field::getName));
      for (Field field : declared) {
        if (!Modifier.isStatic(field.getModifiers())
            && (!Modifier.isTransient(field.getModifiers()) || (transientToo && !isApi(c)))) {
          field.setAccessible(true);
          fields.add(field);
        }
      }
    }
    StringBuilder text = new StringBuilder();
    for (Field field : fields) {
      text.append(field.getName()).append(':').append(field.getType().getName()).append(';');
    }
    hash = text.toString().hashCode();
  }

  /** Classes of the API travel without their transient fields in any case. */
  private static boolean isApi(Class<?> type) {
    return API.contains(type.getPackageName());
  }

  void write(GraphKryo kryo, Output output, Object object) {
    if (isFirst(kryo)) {
      output.writeInt(hash);
    }
    for (Field field : fields) {
      kryo.at().enter(object, field);
      FieldValues.write(kryo, output, field, object);
      kryo.at().leave();
    }
  }

  void read(GraphKryo kryo, Input input, Object object) {
    check(kryo, input);
    for (Field field : fields) {
      FieldValues.read(kryo, input, field, object);
    }
  }

  /** Reads the values without an object to put them into, by the fields' names. */
  Map<String, @Nullable Object> readValues(GraphKryo kryo, Input input) {
    check(kryo, input);
    Map<String, @Nullable Object> values = new HashMap<>();
    for (Field field : fields) {
      values.put(field.getName(), FieldValues.read(kryo, input, field.getType()));
    }
    return values;
  }

  private void check(GraphKryo kryo, Input input) {
    if (isFirst(kryo) && input.readInt() != hash) {
      throw new RefusedException(
          "the fields of class "
              + type.getName()
              + " changed since the checkpoint was written. Run the class that wrote it.");
    }
  }

  /** Gets the values of the fields that hold references. */
  List<Object> references(Object object) {
    List<Object> values = new ArrayList<>();
    for (Field field : fields) {
      Object value = field.getType().isPrimitive() ? null : FieldValues.get(field, object);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  @SuppressWarnings("unchecked") // Kryo's graph context is a raw map
  private boolean isFirst(GraphKryo kryo) {
    // By its name: an older loader's class of this name may be in the graph, too.
    return kryo.getGraphContext().put(type.getName(), this) == null;
  }
}
