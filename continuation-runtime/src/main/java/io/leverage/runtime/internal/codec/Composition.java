package io.leverage.runtime.internal.codec;

import io.leverage.RefusedException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the JDK made a function: by a default or static method of {@code java.util.function}, such as
 * {@code f.andThen(g)} or {@code Function.identity()}. Such a function is a lambda that can't say
 * what it is, but all that one method makes are of one class. So a sample of each tells which
 * method made an object, and the same method makes its copy.
 *
 * @param method what makes the function
 * @param parts how many of the method's receiver and arguments the function holds; the others are
 *     null
 */
record Composition(Method method, int parts) {
  private static final List<Class<?>> INTERFACES =
      List.of(
          Function.class,
          BiFunction.class,
          UnaryOperator.class,
          BinaryOperator.class,
          Predicate.class,
          BiPredicate.class,
          IntPredicate.class,
          LongPredicate.class,
          DoublePredicate.class,
          Consumer.class,
          BiConsumer.class,
          IntConsumer.class,
          LongConsumer.class,
          DoubleConsumer.class,
          IntUnaryOperator.class,
          LongUnaryOperator.class,
          DoubleUnaryOperator.class);

  /** Samples, by their classes. */
  private static final Map<Class<?>, Composition> MADE = new HashMap<>();

  private static final Map<String, Composition> BY_NAME = new HashMap<>();

  static {
    for (Class<?> type : INTERFACES) {
      Arrays.stream(type.getMethods())
          .filter(method -> INTERFACES.contains(method.getReturnType()))
          .filter(method -> method.isDefault() || Modifier.isStatic(method.getModifiers()))
          .sorted(Comparator.comparing(Method::toString))
          .forEach(Composition::sample);
    }
  }

  private static void sample(Method method) {
    Object[] parts =
        Arrays.stream(method.getParameterTypes())
            .map(type -> type.isInterface() ? proxy(type) : "part")
            .toArray();
    Object receiver =
        method.isDefault() ? proxy(method.getDeclaringClass()) : null; // static ones need none
    add(method, invoke(method, receiver, parts));
    if (Arrays.equals(method.getParameterTypes(), new Class<?>[] {Object.class})) {
      add(method, invoke(method, receiver, new @Nullable Object[1])); // isEqual(null)
    }
  }

  private static void add(Method method, @Nullable Object sample) {
    if (sample != null && sample.getClass().isHidden()) {
      Composition made = new Composition(method, fields(sample.getClass()).size());
      MADE.putIfAbsent(sample.getClass(), made);
      BY_NAME.put(made.name(), made);
    }
  }

  private static Object proxy(Class<?> type) {
    return Proxy.newProxyInstance(
        null,
        new Class<?>[] {type},
        (self, method, arguments) ->
            method.isDefault() ? InvocationHandler.invokeDefault(self, method, arguments) : null);
  }

  private static @Nullable Object invoke(
      Method method, @Nullable Object receiver, @Nullable Object... arguments) {
    try {
      return method.invoke(receiver, arguments);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("no access to " + method, e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("composing by " + method, e);
    }
  }

  private static List<Field> fields(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .sorted(Comparator.comparing(Field::getName))
        .toList();
  }

  /** Tells how the objects of a class were made; null if another way. */
  static @Nullable Composition of(Class<?> type) {
    return MADE.get(type);
  }

  /** Finds a composition by its {@link #name}. */
  static Composition named(@Nullable String name) {
    Composition made = BY_NAME.get(name);
    if (made == null) {
      throw new RefusedException("corrupt checkpoint: nothing composes functions by " + name);
    }
    return made;
  }

  /** Gets a name that is the same in all JVMs. */
  String name() {
    return method + " " + parts;
  }

  /** Gets the receiver and the arguments that made a function; null if they can't be seen. */
  @Nullable List<@Nullable Object> partsOf(Object function) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Field field : fields(function.getClass())) {
      if (!field.trySetAccessible()) {
        return null;
      }
      values.add(FieldValues.get(field, function));
    }
    return values;
  }

  /** Tells whether the method, called on a part, makes the same function again. */
  boolean isPlain(List<@Nullable Object> values) {
    Object receiver = method.isDefault() ? values.get(0) : null;
    if (receiver == null) {
      return true;
    }
    try {
      return receiver
          .getClass()
          .getMethod(method.getName(), method.getParameterTypes())
          .equals(method);
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** Makes the function again. */
  Object make(List<@Nullable Object> values) {
    int receivers = method.isDefault() ? 1 : 0;
    @Nullable Object[] arguments = new @Nullable Object[method.getParameterCount()];
    for (int i = receivers; i < values.size(); i++) {
      arguments[i - receivers] = values.get(i);
    }
    Object receiver = receivers == 1 ? values.get(0) : null;
    if (receiver != null && !isPlain(values)) {
      throw new RefusedException("corrupt checkpoint: " + method + " is another there.");
    }
    Object made = invoke(method, receiver, arguments);
    if (made == null) {
      throw new RefusedException("corrupt checkpoint: " + method + " makes nothing.");
    }
    return made;
  }
}
