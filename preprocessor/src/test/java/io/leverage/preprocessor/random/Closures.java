package io.leverage.preprocessor.random;

import java.util.List;
import java.util.Random;

/** Random lambdas and anonymous classes, each kept in a variable. */
final class Closures {
  /** Writes the statements of a body. */
  interface Block {
    List<Code> of(Scope scope);
  }

  private final Random random;
  private final Expressions expressions;

  Closures(Random random, Expressions expressions) {
    this.random = random;
    this.expressions = expressions;
  }

  Code declaration(Scope s, Block block) {
    String name = expressions.name("f");
    Scope inside = s.captured();
    Code code =
        switch (random.nextInt(5)) {
          case 0 -> op(name, inside, block);
          case 1 -> function(name, inside, block);
          case 2 -> expression("Supplier<String>", name, "() -> ", "String", inside);
          case 3 -> predicate(name, inside);
          default -> anonymous(name, inside, block);
        };
    s.declareFinal(
        code.startsWith("final Op")
            ? "Op"
            : code.startsWith("final Function")
                ? "Function<Integer, Integer>"
                : code.startsWith("final Supplier") ? "Supplier<String>" : "Predicate<String>",
        name);
    return code;
  }

  private Code op(String name, Scope inside, Block block) {
    if (random.nextInt(4) == 0) {
      return Code.of("final Op " + name + " = NAME::pick;");
    }
    String x = expressions.name("x");
    String y = expressions.name("y");
    inside.declare("int", x);
    inside.declare("String", y);
    if (random.nextBoolean()) {
      return expression("Op", name, "(" + x + ", " + y + ") -> ", "int", inside);
    }
    return new Code()
        .text("final Op " + name + " = (" + x + ", " + y + ") -> ")
        .block(body(inside, block))
        .text(";");
  }

  private Code function(String name, Scope inside, Block block) {
    String x = expressions.name("x");
    inside.declare("Integer", x);
    return new Code()
        .text("final Function<Integer, Integer> " + name + " = " + x + " -> ")
        .block(body(inside, block))
        .text(";");
  }

  private Code predicate(String name, Scope inside) {
    String x = expressions.name("x");
    inside.declare("String", x);
    return expression("Predicate<String>", name, x + " -> ", "boolean", inside);
  }

  private Code anonymous(String name, Scope inside, Block block) {
    String x = expressions.name("x");
    String y = expressions.name("y");
    inside.declare("int", x);
    inside.declare("String", y);
    return new Code()
        .text(
            "final Op "
                + name
                + " = new Op() { int calls = 3; @Override public int on(int "
                + x
                + ", String "
                + y
                + ") ")
        .block(
            List.of(
                Code.of("burn(); calls += T.i(\"calls\", calls);"),
                new Code().text("if (calls < 90) ").block(body(inside, block)),
                Code.of("return calls;")))
        .text(" };");
  }

  private List<Code> body(Scope inside, Block block) {
    List<Code> body = block.of(inside);
    body.add(0, Code.of("burn();"));
    body.add(Code.of("return " + expressions.of("int", inside, 2) + ";"));
    return body;
  }

  private Code expression(String type, String name, String head, String result, Scope inside) {
    return Code.of(
        "final " + type + " " + name + " = " + head + expressions.of(result, inside, 2) + ";");
  }
}
