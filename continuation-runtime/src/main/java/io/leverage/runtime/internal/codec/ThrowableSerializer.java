package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an exception by its Java serialised form, and its cause beside it: exceptions may cause
 * each other in a circle.
 */
final class ThrowableSerializer extends Serializer<Throwable> {
  private final ShellSerializer shell;
  private final boolean keepsCause;
  private final MethodHandle getMessage;
  private final MethodHandle getCause;
  private final MethodHandle initCause;

  ThrowableSerializer(Class<?> type, boolean transientToo) {
    shell = new ShellSerializer(type, transientToo);
    Class<?> jdk = Origin.jdkPart(type);
    keepsCause = keepsCause(jdk);
    MethodType cause = MethodType.methodType(Throwable.class);
    getMessage =
        Construction.superMethod(type, jdk, "getMessage", MethodType.methodType(String.class));
    getCause = Construction.superMethod(type, jdk, "getCause", cause);
    initCause =
        Construction.superMethod(
            type, jdk, "initCause", cause.appendParameterTypes(Throwable.class));
  }

  /** Tells whether the cause of a class of exceptions is where all have it. */
  private static boolean keepsCause(Class<?> jdk) {
    try {
      return jdk.getMethod("getCause").getDeclaringClass() == Throwable.class
          && jdk.getMethod("initCause", Throwable.class).getDeclaringClass() == Throwable.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(jdk.getName(), e);
    }
  }

  @Override
  public void write(Kryo kryo, Output output, Throwable failure) {
    Object inner = call(getCause, failure);
    Object cause = keepsCause ? inner : null;
    // These are the exception's own, whatever the user's class keeps beside.
    List<@Nullable Object> kept = Arrays.asList(call(getMessage, failure), inner);
    shell.write(kryo, output, failure, cause, kept);
    ((GraphKryo) kryo).at().enter("cause");
    kryo.writeClassAndObject(output, cause);
    ((GraphKryo) kryo).at().leave();
  }

  private static @Nullable Object call(MethodHandle method, Throwable failure) {
    try {
      return method.invoke(failure);
    } catch (Throwable e) {
      throw new IllegalStateException("calling " + method + " of " + failure.getClass(), e);
    }
  }

  @Override
  public Throwable read(Kryo kryo, Input input, Class<? extends Throwable> type) {
    if (!(shell.read(kryo, input, type) instanceof Throwable failure)) {
      throw new RefusedException("corrupt checkpoint: no exception is where one was.");
    }
    Object cause = kryo.readClassAndObject(input);
    if (cause != null) {
      try {
        var unused = initCause.invoke(failure, cause);
      } catch (Throwable e) {
        throw new RefusedException("corrupt checkpoint: an exception without its cause.", e);
      }
    }
    return failure;
  }
}
