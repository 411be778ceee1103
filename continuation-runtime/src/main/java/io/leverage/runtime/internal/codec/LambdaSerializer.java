package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
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
    LambdaForm restored = LambdaShell.form(lambda);
    LambdaForm form;
    @Nullable Object[] captured;
    if (restored != null) {
      form = restored;
      captured = captured(graph, lambda);
    } else {
      SerializedLambda said = said(graph, lambda);
      form = LambdaForm.of(said, markers(lambda, said));
      captured = new @Nullable Object[said.getCapturedArgCount()];
      for (int i = 0; i < captured.length; i++) {
        captured[i] = said.getCapturedArg(i);
      }
    }
    Field constant =
        captured.length == 0 ? InterfaceLambda.fieldOf(lambda, form, graph.known()) : null;
    output.writeString(constant == null ? null : constant.getName());
    if (constant != null) {
      output.writeString(form.capturing());
      return;
    }
    boolean whole = !form.hasShell(graph.known());
    if (whole) {
      graph.references().open(lambda);
    }
    form.write(output);
    output.writeVarInt(captured.length, true);
    for (int i = 0; i < captured.length; i++) {
      graph.at().enter("captured value " + i + " of the lambda");
      kryo.writeClassAndObject(output, captured[i]);
      graph.at().leave();
    }
    if (whole) {
      graph.references().close(lambda);
    }
  }

  private static @Nullable Object[] captured(GraphKryo graph, Object lambda) {
    try {
      return LambdaShell.captured(lambda);
    } catch (ReflectiveOperationException e) {
      throw graph.at().refuse(lambda.getClass(), "its captured values can't be read: " + e);
    }
  }

  static List<String> markers(Object lambda, SerializedLambda form) {
    List<String> markers = new ArrayList<>();
    for (Class<?> type : lambda.getClass().getInterfaces()) {
      if (type != Serializable.class
          && !type.getName().equals(form.getFunctionalInterfaceClass().replace('/', '.'))) {
        markers.add(type.getName());
      }
    }
    return markers;
  }

  private static SerializedLambda said(GraphKryo graph, Object lambda) {
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
    String constant = input.readString();
    if (constant != null) {
      Object lambda = constant(((GraphKryo) kryo).known().load(input.readString()), constant);
      kryo.reference(lambda);
      return lambda;
    }
    LambdaForm form = LambdaForm.read(input);
    int count = Lengths.read(input, 1);
    KnownTypes known = ((GraphKryo) kryo).known();
    if (form.hasShell(known)) {
      return shell(kryo, input, form, count);
    }
    @Nullable Object[] captured = new @Nullable Object[count];
    for (int i = 0; i < count; i++) {
      captured[i] = kryo.readClassAndObject(input);
    }
    Object lambda = form.create(known, captured);
    kryo.reference(lambda);
    return lambda;
  }

  // What it captures may lead back to it.
  private static Object shell(Kryo kryo, Input input, LambdaForm form, int count) {
    Object lambda = form.shell(((GraphKryo) kryo).known(), count);
    kryo.reference(lambda);
    for (int i = 0; i < count; i++) {
      Object value = kryo.readClassAndObject(input);
      try {
        LambdaShell.fill(lambda, i, value);
      } catch (ReflectiveOperationException | IllegalArgumentException e) {
        throw new IllegalStateException("captured value " + i + " of a lambda: " + e, e);
      }
    }
    return lambda;
  }

  private static Object constant(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      Object value = owner.isInterface() ? FieldValues.get(field, null) : null;
      if (value != null) {
        return value;
      }
    } catch (NoSuchFieldException e) {
      // Answered below.
    }
    throw new RefusedException(
        "corrupt checkpoint, or one of other classes: " + owner.getName() + " keeps no " + name);
  }
}
