package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.lang.reflect.Field;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes static fields. The value is set at once, because what follows in the graph may depend on
 * it: sets of enum constants look at the enum's statics while they are read.
 */
final class StaticFieldSerializer extends Serializer<StaticField> {
  private final BiConsumer<Field, @Nullable Object> finalFields;

  /**
   * Creates the serialiser.
   *
   * @param finalFields takes the values of fields that can't be set, those of interfaces
   */
  StaticFieldSerializer(BiConsumer<Field, @Nullable Object> finalFields) {
    this.finalFields = finalFields;
  }

  @Override
  public void write(Kryo kryo, Output output, StaticField value) {
    GraphKryo graph = (GraphKryo) kryo;
    Field field = value.field();
    output.writeString(field.getDeclaringClass().getName());
    output.writeString(field.getName());
    graph.at().enter("static " + Path.describe(field));
    if (field.getDeclaringClass().isInterface()) {
      InterfaceLambda lambda = InterfaceLambda.in(field);
      output.writeBoolean(lambda != null);
      if (lambda != null) {
        lambda.form().write(output);
        graph.at().leave();
        return;
      }
    }
    FieldValues.write(graph, output, field, null);
    graph.at().leave();
  }

  private static @Nullable Object ofInterface(GraphKryo graph, Input input, Field field) {
    return input.readBoolean()
        ? new InterfaceLambda.Recipe(LambdaForm.read(input), graph.known())
        : FieldValues.read(graph, input, field.getType());
  }

  @Override
  public StaticField read(Kryo kryo, Input input, Class<? extends StaticField> type) {
    try {
      Class<?> owner = ((GraphKryo) kryo).known().load(input.readString());
      Field field = owner.getDeclaredField(input.readString());
      StaticField value = new StaticField(field);
      kryo.reference(value);
      if (owner.isInterface()) {
        finalFields.accept(field, ofInterface((GraphKryo) kryo, input, field));
      } else {
        field.setAccessible(true);
        FieldValues.read((GraphKryo) kryo, input, field, null);
      }
      return value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("restoring a static field: " + e, e);
    }
  }
}
