package io.leverage.conformance.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** The arguments of parameterised tests, as JUnit 4 and 5 take them from annotations. */
final class ArgumentSets {
  private static final String PARAMS = "org.junit.jupiter.params.provider.";
  private static final Set<String> UNDERSTOOD =
      Set.of(
          PARAMS + "MethodSource",
          PARAMS + "ValueSource",
          PARAMS + "EnumSource",
          PARAMS + "NullSource",
          PARAMS + "EmptySource",
          PARAMS + "NullAndEmptySource");

  private ArgumentSets() {}

  /** Tells whether all sources of a method's arguments are understood. */
  static boolean understands(Method method) {
    List<String> sources =
        Arrays.stream(method.getAnnotations())
            .map(each -> each.annotationType().getName())
            .filter(name -> name.startsWith(PARAMS))
            .toList();
    return !sources.isEmpty()
        && UNDERSTOOD.containsAll(sources)
        && Arrays.stream(method.getParameterAnnotations()).allMatch(each -> each.length == 0);
  }

  /** The arguments of a JUnit 5 test. */
  static List<List<@Nullable Object>> ofMethod(Method method, Class<?> type) throws Throwable {
    List<List<@Nullable Object>> sets = new ArrayList<>();
    Class<?> first = method.getParameterTypes()[0];
    for (Annotation each : method.getAnnotations()) {
      switch (each.annotationType().getSimpleName()) {
        case "NullSource" -> sets.add(Arrays.asList((Object) null));
        case "EmptySource" -> sets.add(List.of(empty(first)));
        case "NullAndEmptySource" -> {
          sets.add(Arrays.asList((Object) null));
          sets.add(List.of(empty(first)));
        }
        case "ValueSource" -> values(each, first, sets);
        case "EnumSource" -> constants(each, first, sets);
        case "MethodSource" -> methods(each, method, type, sets);
        default -> {}
      }
    }
    return sets;
  }

  private static Object empty(Class<?> type) {
    if (type == String.class) {
      return "";
    }
    return type.isArray() ? Array.newInstance(type.getComponentType(), 0) : List.of();
  }

  private static void values(Annotation source, Class<?> type, List<List<@Nullable Object>> sets)
      throws Exception {
    for (Method attribute : source.annotationType().getDeclaredMethods()) {
      Object values = attribute.invoke(source);
      for (int i = 0; i < Array.getLength(values); i++) {
        sets.add(List.of(Conversions.convert(Array.get(values, i), type)));
      }
    }
  }

  private static void constants(
      Annotation source, Class<?> first, List<List<@Nullable Object>> sets) throws Exception {
    Class<?> named = (Class<?>) source.annotationType().getMethod("value").invoke(source);
    Class<?> type = named.isEnum() ? named : first;
    String[] names = (String[]) source.annotationType().getMethod("names").invoke(source);
    String mode = source.annotationType().getMethod("mode").invoke(source).toString();
    for (Object constant : type.getEnumConstants()) {
      boolean listed = names.length == 0 || List.of(names).contains(((Enum<?>) constant).name());
      if (mode.equals("EXCLUDE") ? names.length == 0 || !listed : listed) {
        sets.add(List.of(constant));
      }
    }
  }

  private static void methods(
      Annotation source, Method test, Class<?> type, List<List<@Nullable Object>> sets)
      throws Throwable {
    String[] names = (String[]) source.annotationType().getMethod("value").invoke(source);
    for (String name : names.length == 0 ? new String[] {test.getName()} : names) {
      Class<?> owner = type;
      int hash = name.indexOf('#');
      if (hash >= 0) {
        owner = Class.forName(name.substring(0, hash), true, type.getClassLoader());
      }
      add(call(owner, name.substring(hash + 1)), test.getParameterCount(), sets);
    }
  }

  private static @Nullable Object call(Class<?> owner, String name) throws Exception {
    for (Class<?> each = owner; each != null; each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (method.getName().equals(name)
            && method.getParameterCount() == 0
            && Modifier.isStatic(method.getModifiers())) {
          method.setAccessible(true);
          return method.invoke(null);
        }
      }
    }
    throw new NoSuchMethodException(owner.getName() + "." + name);
  }

  private static void add(@Nullable Object all, int parameters, List<List<@Nullable Object>> sets)
      throws Exception {
    for (Iterator<?> rest = iterator(all); rest.hasNext(); ) {
      Object each = rest.next();
      if (each instanceof Object[] several && (parameters > 1 || several.length == 1)) {
        sets.add(Arrays.asList(several));
      } else if (each != null && isArguments(each.getClass())) {
        Method get = each.getClass().getMethod("get");
        get.setAccessible(true);
        sets.add(Arrays.asList((Object[]) get.invoke(each)));
      } else {
        sets.add(Arrays.asList(each));
      }
    }
  }

  private static boolean isArguments(Class<?> type) {
    return Arrays.stream(type.getInterfaces())
        .anyMatch(each -> each.getName().equals(PARAMS + "Arguments"));
  }

  private static Iterator<?> iterator(@Nullable Object all) {
    if (all instanceof BaseStream<?, ?> stream) {
      return stream.iterator();
    } else if (all instanceof Collection<?> collection) {
      return collection.iterator();
    } else if (all instanceof Object[] array) {
      return Arrays.asList(array).iterator();
    } else if (all instanceof Iterable<?> iterable) {
      return iterable.iterator();
    } else if (all instanceof Iterator<?> iterator) {
      return iterator;
    }
    throw new IllegalArgumentException("no source of arguments: " + all);
  }

  /** The arguments of the objects of a JUnit 4 class. */
  static List<List<@Nullable Object>> ofClass(Class<?> type) throws Throwable {
    for (Method method : type.getMethods()) {
      if (has(method.getAnnotations(), "org.junit.runners.Parameterized$Parameters")) {
        List<List<@Nullable Object>> sets = new ArrayList<>();
        method.setAccessible(true);
        for (Iterator<?> rest = iterator(method.invoke(null)); rest.hasNext(); ) {
          Object each = rest.next();
          sets.add(each instanceof Object[] several ? Arrays.asList(several) : List.of(each));
        }
        return sets;
      }
    }
    throw new NoSuchMethodException(type.getName() + " has no @Parameters");
  }

  /** Tells whether the arguments go to fields. */
  static boolean injectsFields(Class<?> type) {
    return !parameterFields(type).isEmpty();
  }

  /** The fields that the arguments go to, in their order. */
  static List<Field> parameterFields(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(field -> has(field.getAnnotations(), "org.junit.runners.Parameterized$Parameter"))
        .sorted(Comparator.comparing(ArgumentSets::position))
        .toList();
  }

  private static int position(Field field) {
    for (Annotation each : field.getAnnotations()) {
      if (each.annotationType().getSimpleName().equals("Parameter")) {
        try {
          return (int) each.annotationType().getMethod("value").invoke(each);
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return 0;
  }

  private static boolean has(Annotation[] annotations, String name) {
    return Arrays.stream(annotations)
        .anyMatch(each -> each.annotationType().getName().equals(name));
  }
}
