package io.leverage.runtime.internal.codec;

import io.leverage.runtime.internal.classes.ShellClass;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Restored lambda objects. The JDK makes a lambda object of what it captures, but a lambda may
 * capture something that leads back to it. So a restored lambda is of a class made for it, which
 * calls the same method and whose fields are filled later.
 */
final class LambdaShell {
  private static final Map<Class<?>, LambdaForm> FORMS =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** One class serves all objects of a lambda. */
  private static final ClassValue<Map<LambdaForm, Class<?>>> SHELLS =
      new ClassValue<>() {
        @Override
        protected Map<LambdaForm, Class<?>> computeValue(Class<?> host) {
          return new ConcurrentHashMap<>();
        }
      };

  private LambdaShell() {}

  /** Tells what a restored lambda is; null if it isn't one. */
  static @Nullable LambdaForm form(Object lambda) {
    return FORMS.get(lambda.getClass());
  }

  /** Gets what a restored lambda captures. */
  static @Nullable Object[] captured(Object lambda) throws ReflectiveOperationException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < lambda.getClass().getDeclaredFields().length; i++) {
      values.add(lambda.getClass().getDeclaredField(ShellClass.FIELD + i).get(lambda));
    }
    return values.toArray();
  }

  /** Gives a restored lambda something that it captures. */
  static void fill(Object lambda, int index, @Nullable Object value)
      throws ReflectiveOperationException {
    lambda.getClass().getDeclaredField(ShellClass.FIELD + index).set(lambda, value);
  }

  /**
   * Makes a lambda object without what it captures.
   *
   * @param form what it is
   * @param host may use the method that has the lambda's body
   * @param target that method
   * @param count how many values it captures: they are the first arguments
   * @param erased the type of the interface's method
   * @param interfaces the interfaces that it implements
   */
  static Object create(
      LambdaForm form,
      MethodHandles.Lookup host,
      MethodHandle target,
      int count,
      MethodType erased,
      List<Class<?>> interfaces)
      throws ReflectiveOperationException {
    Map<LambdaForm, Class<?>> shells = SHELLS.get(host.lookupClass());
    Class<?> shell = shells.get(form);
    if (shell == null) {
      shell = define(form, host, target, count, erased, interfaces);
      FORMS.put(shell, form);
      shells.put(form, shell);
    }
    return shell.getDeclaredConstructor().newInstance();
  }

  private static Class<?> define(
      LambdaForm form,
      MethodHandles.Lookup host,
      MethodHandle target,
      int count,
      MethodType erased,
      List<Class<?>> interfaces)
      throws ReflectiveOperationException {
    List<Class<?>> fields = new ArrayList<>();
    for (Class<?> type : target.type().parameterList().subList(0, count)) {
      fields.add(type.isPrimitive() ? type : Object.class);
    }
    MethodType exact = erased.insertParameterTypes(0, fields);
    byte[] code =
        new ShellClass(host.lookupClass(), form.method(), fields, erased, exact).write(interfaces);
    return host.defineHiddenClassWithClassData(
            code, target.asType(exact), true, MethodHandles.Lookup.ClassOption.NESTMATE)
        .lookupClass();
  }
}
