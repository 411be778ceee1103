package io.leverage.preprocessor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A program that is made from a seed: it prints what it does, and ends. */
final class RandomProgram {
  private static final int METHODS = 4;
  private static final int STATEMENTS = 14;

  private final String name;
  private final List<List<Code>> bodies = new ArrayList<>();
  private final List<String> results = new ArrayList<>();
  private final List<Code> removed = new ArrayList<>();

  RandomProgram(long seed) {
    name = "Random" + Long.toString(seed).replace('-', '_');
    Random random = new Random(seed);
    Expressions expressions = new Expressions(random, METHODS);
    Statements statements = new Statements(random, expressions);
    for (int i = 0; i < METHODS; i++) {
      expressions.enter(i);
      Scope scope = new Scope();
      scope.declare("int", "p");
      scope.declare("String", "q");
      scope.declare("double", "d");
      bodies.add(statements.body(scope, STATEMENTS));
      results.add(expressions.of("int", scope, 2));
    }
  }

  String name() {
    return name;
  }

  /** All statements that can be removed. */
  List<Code> statements() {
    List<Code> all = new ArrayList<>();
    bodies.forEach(body -> body.forEach(each -> each.collect(all)));
    all.removeAll(removed);
    return all;
  }

  void remove(Code statement) {
    removed.add(statement);
  }

  void restore(Code statement) {
    removed.remove(statement);
  }

  String source() {
    StringBuilder text =
        new StringBuilder(
            """
            import java.util.ArrayList;
            import java.util.List;
            import java.util.TreeSet;
            import java.util.function.Function;
            import java.util.function.Predicate;
            import java.util.function.Supplier;

            public class NAME extends Kit {

            """);
    for (int i = 0; i < METHODS; i++) {
      text.append("  static int m" + i + "(int p, String q, double d) {\n    burn();\n");
      bodies.get(i).forEach(each -> each.write(text, "    ", removed));
      text.append("    return " + results.get(i) + ";\n  }\n\n");
    }
    String program =
        text.append(
                """
                  public static void main(String[] args) {
                    System.out.println("start");
                    for (int i = 0; i < 3; i++) {
                      try {
                        System.out.println(m0(i, "s" + i, i / 2.0));
                      } catch (RuntimeException e) {
                        System.out.println(e.getMessage());
                      }
                    }
                    System.out.println(total + " " + fuel);
                  }
                }
                """)
            .toString();
    return program.replace("NAME", name);
  }
}
