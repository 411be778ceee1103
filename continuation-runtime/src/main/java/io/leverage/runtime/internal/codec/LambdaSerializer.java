package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes lambdas and method references as what their call site says: which interface, which method,
 * which captured values. Every lambda that our class loader defined can be written; of others,
 * those that are {@link Serializable}.
 */
final class LambdaSerializer extends Serializer<Object> {
  @Override
  public void write(Kryo kryo, Output output, Object lambda) {
    GraphKryo graph = (GraphKryo) kryo;
    SerializedLambda form = form(graph, lambda);
    graph.references().open(lambda);
    output.writeString(form.getCapturingClass().replace('/', '.'));
    output.writeString(form.getFunctionalInterfaceClass().replace('/', '.'));
    output.writeString(form.getFunctionalInterfaceMethodName());
    output.writeString(form.getFunctionalInterfaceMethodSignature());
    output.writeVarInt(form.getImplMethodKind(), true);
    output.writeString(form.getImplClass().replace('/', '.'));
    output.writeString(form.getImplMethodName());
    output.writeString(form.getImplMethodSignature());
    output.writeString(form.getInstantiatedMethodType());
    List<Class<?>> markers = markers(lambda, form);
    output.writeVarInt(markers.size(), true);
    markers.forEach(marker -> output.writeString(marker.getName()));
    output.writeVarInt(form.getCapturedArgCount(), true);
    for (int i = 0; i < form.getCapturedArgCount(); i++) {
      graph.at().enter("captured value " + i + " of the lambda");
      kryo.writeClassAndObject(output, form.getCapturedArg(i));
      graph.at().leave();
    }
    graph.references().close(lambda);
  }

  private static List<Class<?>> markers(Object lambda, SerializedLambda form) {
    List<Class<?>> markers = new ArrayList<>();
    for (Class<?> type : lambda.getClass().getInterfaces()) {
      if (type != Serializable.class
          && !type.getName().equals(form.getFunctionalInterfaceClass().replace('/', '.'))) {
        markers.add(type);
      }
    }
    return markers;
  }

  private static SerializedLambda form(GraphKryo graph, Object lambda) {
    try {
      Method writeReplace = lambda.getClass().getDeclaredMethod("writeReplace");
      writeReplace.setAccessible(true);
      if (writeReplace.invoke(lambda) instanceof SerializedLambda form) {
        return form;
      }
    } catch (ReflectiveOperationException e) {
      // Answered below: it isn't a lambda that says what it is.
    }
    throw graph
        .at()
        .refuse(
            lambda.getClass(),
            "it is a lambda of a class that was not loaded as mobile code, and not Serializable."
                + " Cast it to an interface that extends java.io.Serializable, or use a named"
                + " class.");
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<?> type) {
    LambdaForm form =
        new LambdaForm(
            input.readString(),
            input.readString(),
            input.readString(),
            input.readString(),
            input.readVarInt(true),
            input.readString(),
            input.readString(),
            input.readString(),
            input.readString(),
            strings(input));
    @Nullable Object[] captured = new @Nullable Object[Lengths.read(input, 1)];
    for (int i = 0; i < captured.length; i++) {
      captured[i] = kryo.readClassAndObject(input);
    }
    Object lambda = form.create(((GraphKryo) kryo).known(), captured);
    kryo.reference(lambda);
    return lambda;
  }

  private static List<String> strings(Input input) {
    int count = Lengths.read(input, 1);
    List<String> strings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      strings.add(input.readString());
    }
    return strings;
  }
}
