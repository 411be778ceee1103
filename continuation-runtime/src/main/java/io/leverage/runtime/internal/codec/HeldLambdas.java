package io.leverage.runtime.internal.codec;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The lambdas that an object of the JDK holds. Java's serialisation asks each what it is, and shows
 * only the answer: here it is told which lambda gave it.
 */
final class HeldLambdas {
  private final Object holder;
  private final KnownTypes known;
  private @Nullable Deque<Object> left;

  HeldLambdas(Object holder, KnownTypes known) {
    this.holder = holder;
    this.known = known;
  }

  /**
   * Finds a lambda.
   *
   * @param said what it says of itself
   * @return the lambda; one as good, if the holder doesn't show it; what it said, if its class can
   *     make it again by itself
   */
  Object find(SerializedLambda said) {
    if (left == null) {
      left = candidates();
    }
    for (Iterator<Object> each = left.iterator(); each.hasNext(); ) {
      Object candidate = each.next();
      if (says(candidate, said)) {
        each.remove();
        return candidate;
      }
    }
    return again(said);
  }

  // In the order in which Java asks them, mostly; each once, as Java does.
  private Deque<Object> candidates() {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> candidates = new ArrayDeque<>();
    for (Object each : contents(holder)) {
      if (each != null && each.getClass().isHidden() && seen.add(each)) {
        candidates.add(each);
      }
    }
    return candidates;
  }

  private Object again(SerializedLambda said) {
    LambdaForm form = LambdaForm.of(said, List.of());
    if (!form.hasShell(known)) {
      return said;
    }
    Object lambda = form.shell(known, said.getCapturedArgCount());
    for (int i = 0; i < said.getCapturedArgCount(); i++) {
      try {
        LambdaShell.fill(lambda, i, said.getCapturedArg(i));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("captured value " + i + " of a lambda: " + e, e);
      }
    }
    return lambda;
  }

  private static Iterable<?> contents(Object holder) {
    if (!Origin.isJdk(holder.getClass())) {
      return List.of(); // the program's own code would answer
    } else if (holder instanceof Collection<?> collection) {
      return collection;
    } else if (holder instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .flatMap(each -> Arrays.asList(each.getKey(), each.getValue()).stream())
          .toList();
    } else if (holder instanceof AtomicReference<?> reference) {
      return Collections.singletonList(reference.get());
    } else if (holder instanceof AtomicReferenceArray<?> array) {
      return IntStream.range(0, array.length()).<@Nullable Object>mapToObj(array::get).toList();
    } else if (holder instanceof Map.Entry<?, ?> entry) {
      return Arrays.asList(entry.getKey(), entry.getValue());
    }
    return List.of();
  }

  private static boolean says(Object lambda, SerializedLambda said) {
    try {
      Method answer = lambda.getClass().getDeclaredMethod("writeReplace");
      answer.setAccessible(true);
      return answer.invoke(lambda) instanceof SerializedLambda own
          && LambdaForm.of(own, List.of()).equals(LambdaForm.of(said, List.of()))
          && own.getCapturedArgCount() == said.getCapturedArgCount()
          && IntStream.range(0, own.getCapturedArgCount())
              .allMatch(i -> same(own.getCapturedArg(i), said.getCapturedArg(i)));
    } catch (ReflectiveOperationException e) {
      return false; // another hidden class
    }
  }

  // Captured primitives are boxed anew each time.
  @SuppressWarnings("ReferenceEquality") // the very objects, else
  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == other
        || ((one instanceof Number || one instanceof Character || one instanceof Boolean)
            && Objects.equals(one, other));
  }
}
