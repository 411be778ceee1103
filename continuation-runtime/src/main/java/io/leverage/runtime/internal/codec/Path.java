package io.leverage.runtime.internal.codec;

import io.leverage.RefusedException;
import io.leverage.continuation.Frame;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** The way from the root to the object that is being written, for messages. */
final class Path {
  private static final int SHOWN = 12;

  private final List<Object> steps = new ArrayList<>();

  /** Enters a part: a {@link Field} of an object, an index, or a word. */
  void enter(Object step) {
    steps.add(step);
  }

  /** Enters a field of an object; of a frame, it is a local. */
  void enter(Object owner, Field field) {
    steps.add(owner instanceof Frame frame ? new Local(frame, field.getName()) : field);
  }

  void leave() {
    steps.remove(steps.size() - 1);
  }

  void clear() {
    steps.clear();
  }

  RefusedException refuse(Class<?> type, String reason) {
    return new RefusedException(
        this + " -> " + type.getTypeName() + " can't be serialised: " + reason);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    int first = Math.max(0, steps.size() - SHOWN);
    for (int i = steps.size() - 1; i >= first; i--) {
      if (steps.get(i) instanceof Local) {
        first = i;
      }
    }
    if (first > 0 && !(steps.get(first) instanceof Local)) {
      text.append("...");
    }
    for (Object step : steps.subList(first, steps.size())) {
      text.append(text.isEmpty() ? "" : " -> ").append(describe(step));
    }
    return text.isEmpty() ? "the value" : text.toString();
  }

  static String describe(Object step) {
    if (step instanceof Field field) {
      return "field " + simpleName(field.getDeclaringClass()) + "." + field.getName();
    }
    return step instanceof Integer index ? "element " + index : step.toString();
  }

  private static String simpleName(Class<?> type) {
    return type.isAnonymousClass()
        ? type.getName().substring(type.getName().lastIndexOf('.') + 1)
        : type.getSimpleName();
  }

  private record Local(Frame frame, String name) {
    @Override
    public String toString() {
      return frame.method() + "() local '" + (name.equals("self$") ? "this" : name) + "'";
    }
  }
}
