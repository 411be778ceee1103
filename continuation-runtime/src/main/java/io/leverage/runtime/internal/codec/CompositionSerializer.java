package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a function that the JDK composed as what it is made of. */
final class CompositionSerializer extends Serializer<Object> {
  @Override
  public void write(Kryo kryo, Output output, Object function) {
    GraphKryo graph = (GraphKryo) kryo;
    Composition made = Composition.of(function.getClass());
    if (made == null) {
      throw new AssertionError("not a composition: " + function.getClass());
    }
    String name = made.method().getDeclaringClass().getSimpleName() + "." + made.method().getName();
    List<@Nullable Object> parts = made.partsOf(function);
    if (parts == null) {
      throw graph
          .at()
          .refuse(
              function.getClass(),
              "it was made by "
                  + name
                  + ", and what it is made of can't be seen. Start the JVM with --add-opens"
                  + " java.base/java.util.function=ALL-UNNAMED, or use a lambda of your own.");
    }
    if (!made.isPlain(parts)) {
      throw graph
          .at()
          .refuse(
              function.getClass(),
              "it was made by "
                  + name
                  + " of a class that overrides this method. Use a lambda of your own.");
    }
    graph.references().open(function);
    output.writeString(made.name());
    for (int i = 0; i < parts.size(); i++) {
      graph.at().enter("part " + i + " of " + name);
      kryo.writeClassAndObject(output, parts.get(i));
      graph.at().leave();
    }
    graph.references().close(function);
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    Composition made = Composition.named(input.readString());
    List<@Nullable Object> parts = new ArrayList<>();
    for (int i = 0; i < made.parts(); i++) {
      parts.add(kryo.readClassAndObject(input));
    }
    Object function = made.make(parts);
    kryo.reference(function);
    return function;
  }
}
