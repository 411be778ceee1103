package io.leverage.preprocessor.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The variables that code can name at a place, and the loops around it. */
final class Scope {
  private final Map<String, String> types = new LinkedHashMap<>();
  private final List<String> constant = new ArrayList<>();
  private final List<String> finals = new ArrayList<>();
  final List<String> labels = new ArrayList<>();
  boolean inLoop;

  Scope() {}

  private Scope(Scope outer) {
    types.putAll(outer.types);
    constant.addAll(outer.constant);
    finals.addAll(outer.finals);
    labels.addAll(outer.labels);
    inLoop = outer.inLoop;
  }

  Scope inner() {
    return new Scope(this);
  }

  Scope loop(String label) {
    Scope loop = inner();
    loop.inLoop = true;
    if (!label.isEmpty()) {
      loop.labels.add(label);
    }
    return loop;
  }

  void declare(String type, String name) {
    types.put(name, type);
  }

  /** Declares a variable that code must not change, so that loops end. */
  void declareConstant(String type, String name) {
    declare(type, name);
    constant.add(name);
  }

  /** Declares a variable that lambdas can capture. */
  void declareFinal(String type, String name) {
    declareConstant(type, name);
    finals.add(name);
  }

  /** What a lambda or an anonymous class can name at this place. */
  Scope captured() {
    Scope captured = new Scope();
    finals.forEach(name -> captured.declareFinal(types.get(name), name));
    return captured;
  }

  String any(String type, Random random) {
    return pick(named(type), random);
  }

  String changeable(String type, Random random) {
    List<String> names = named(type);
    names.removeAll(constant);
    return pick(names, random);
  }

  private List<String> named(String type) {
    List<String> names = new ArrayList<>();
    types.forEach(
        (name, each) -> {
          if (each.equals(type)) {
            names.add(name);
          }
        });
    return names;
  }

  private static String pick(List<String> names, Random random) {
    return names.isEmpty() ? null : names.get(random.nextInt(names.size()));
  }
}
