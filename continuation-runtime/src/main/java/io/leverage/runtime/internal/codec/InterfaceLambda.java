package io.leverage.runtime.internal.codec;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A lambda that captures nothing and that an interface keeps in a static field of its own: {@code
 * Consumer NOP = x -> {}}. To make any object of an interface with default methods initialises the
 * interface, and its initialiser needs the values of the fields. So such a value is made by the
 * initialiser itself, from a recipe; where it is referred to, it is named by its field.
 *
 * @param field where the interface keeps it
 * @param form what it is
 */
public record InterfaceLambda(Field field, LambdaForm form) {
  /** How to make the value of a field, once its interface is being initialised. */
  public record Recipe(LambdaForm form, KnownTypes known) {
    /** Makes it. */
    public Object make() {
      return form.shell(known, 0);
    }
  }

  /** Gets what a static field of an interface holds; null if it is nothing of the kind. */
  public static @Nullable InterfaceLambda in(Field field) {
    if (!field.getDeclaringClass().isInterface() || field.getType().isPrimitive()) {
      return null;
    }
    Object value = FieldValues.get(field, null);
    LambdaForm form = value == null ? null : form(value);
    return form != null && form.capturing().equals(field.getDeclaringClass().getName())
        ? new InterfaceLambda(field, form)
        : null;
  }

  /** Gets which field of the interface that made it holds a lambda; null if none does. */
  static @Nullable Field fieldOf(Object lambda, LambdaForm form, KnownTypes known) {
    Class<?> host = known.load(form.capturing());
    if (host.isInterface()) {
      for (Field field : host.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          field.setAccessible(true);
          if (FieldValues.get(field, null) == lambda) {
            return field;
          }
        }
      }
    }
    return null;
  }

  private static @Nullable LambdaForm form(Object value) {
    if (!value.getClass().isHidden() || Origin.isJdk(value.getClass())) {
      return null;
    }
    LambdaForm restored = LambdaShell.form(value);
    if (restored != null) {
      return value.getClass().getDeclaredFields().length == 0 ? restored : null;
    }
    try {
      Method said = value.getClass().getDeclaredMethod("writeReplace");
      said.setAccessible(true);
      return said.invoke(value) instanceof SerializedLambda form && form.getCapturedArgCount() == 0
          ? LambdaForm.of(form, LambdaSerializer.markers(value, form))
          : null;
    } catch (ReflectiveOperationException e) {
      return null; // it doesn't say what it is
    }
  }
}
