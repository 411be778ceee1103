package io.leverage.preprocessor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random statements. Loops end, and what leaves a place does so on a condition. */
final class Statements {
  private final Random random;
  private final Expressions expressions;
  private final Closures closures;
  private int budget;

  Statements(Random random, Expressions expressions) {
    this.random = random;
    this.expressions = expressions;
    this.closures = new Closures(random, expressions);
  }

  /** Statements of a method's body, whose parameters are in scope. */
  List<Code> body(Scope scope, int statements) {
    budget = statements;
    return block(scope, 3, 4 + random.nextInt(4));
  }

  private List<Code> block(Scope scope, int depth, int count) {
    List<Code> statements = new ArrayList<>();
    for (int i = 0; i < count && budget > 0; i++) {
      budget--;
      statements.add(statement(scope, depth));
    }
    return statements;
  }

  private List<Code> inner(Scope scope, int depth) {
    return block(scope.inner(), depth - 1, 1 + random.nextInt(3));
  }

  private String e(String type, Scope scope) {
    return expressions.of(type, scope, 2);
  }

  private Code statement(Scope s, int depth) {
    int kind = random.nextInt(depth > 0 ? 29 : 9);
    return switch (kind) {
      case 0, 1 -> declaration(s);
      case 2, 3 -> assignment(s);
      case 4 -> Code.of("T.p(" + e("String", s) + ");");
      case 5 -> Code.of("System.out.println(" + e(expressions.primitive(), s) + ");");
      case 6 -> collection(s);
      case 7 -> leave(s);
      case 8 -> Code.of("T.i(\"" + expressions.name("v") + "\", " + expressions.call(s, 1) + ");");
      case 9, 10 ->
          new Code()
              .text("if (" + e("boolean", s) + ") ")
              .block(inner(s, depth))
              .text(" else ")
              .block(inner(s, depth));
      case 11, 12, 13 -> loop(s, depth);
      case 24, 25, 26 -> closures.declaration(s, inside -> inner(inside, depth));
      case 27 -> new Code().text("synchronized (LOCK) ").block(inner(s, depth));
      case 28 -> finallyReturns(s, depth);
      case 14, 15 -> forEach(s, depth);
      case 16, 17 -> switchOld(s, depth);
      case 18 -> switchArrow(s, depth);
      case 19 -> labelledBlock(s, depth);
      default -> tryStatement(s, depth);
    };
  }

  private Code declaration(Scope s) {
    String name = expressions.name("v");
    if (random.nextInt(5) == 0) {
      Code code = Code.of("int[] " + name + " = {" + e("int", s) + ", " + e("int", s) + ", 3};");
      s.declare("int[]", name);
      return code;
    } else if (random.nextInt(5) == 0) {
      Code code =
          Code.of("List<Integer> " + name + " = new ArrayList<>(List.of(" + e("int", s) + ", 4));");
      s.declare("List<Integer>", name);
      return code;
    }
    String type = expressions.type();
    if (random.nextInt(3) == 0) {
      Code code = Code.of("final " + type + " " + name + " = " + e(type, s) + ";");
      s.declareFinal(type, name);
      return code;
    } else if (random.nextInt(6) == 0) {
      String element = new String[] {"long", "String", "char", "double"}[random.nextInt(4)];
      String values = e(element, s) + ", " + e(element, s);
      s.declare(element + "[]", name);
      return Code.of(element + "[] " + name + " = {" + values + "};");
    }
    Code code = Code.of(type + " " + name + " = " + e(type, s) + ";");
    s.declare(type, name);
    return code;
  }

  private Code assignment(Scope s) {
    String type = expressions.type();
    String target = s.changeable(type, random);
    if (target == null) {
      return Code.of("total += " + e("int", s) + ";");
    }
    String operator =
        switch (type) {
          case "Pair", "Shape" -> " = ";
          case "Integer", "Long" -> new String[] {" = ", " += ", " -= "}[random.nextInt(3)];
          case "boolean" -> random.nextBoolean() ? " = " : " ^= ";
          case "String" -> random.nextBoolean() ? " = " : " += ";
          default -> new String[] {" = ", " += ", " -= ", " *= "}[random.nextInt(4)];
        };
    if (type.equals("Integer") || type.equals("Long")) {
      return Code.of(target + operator + e(operator.equals(" = ") ? type : "int", s) + ";");
    }
    String assigned = target + operator + e(type, s) + ";";
    // Strings that are appended to themselves must not grow for ever.
    return Code.of(
        operator.equals(" += ") && type.equals("String")
            ? "{ " + assigned + " " + target + " = cut(" + target + "); }"
            : assigned);
  }

  private Code collection(Scope s) {
    String list = s.any("List<Integer>", random);
    String array = s.any("int[]", random);
    if (list != null && random.nextBoolean()) {
      return Code.of("if (" + list + ".size() < 9) { " + list + ".add(" + e("int", s) + "); }");
    } else if (array != null) {
      return Code.of(array + "[" + e("int", s) + "] = " + e("int", s) + ";");
    }
    String element = new String[] {"long", "String", "char", "double"}[random.nextInt(4)];
    String other = s.any(element + "[]", random);
    if (other != null) {
      String place = other + "[Math.floorMod(" + e("int", s) + ", 2)]";
      String value = element.equals("String") ? "cut(" + e("String", s) + ")" : e(element, s);
      return Code.of(
          place
              + (random.nextBoolean() && !element.equals("String") ? " += " : " = ")
              + value
              + ";");
    }
    return Code.of("total = total * 31 + " + e("int", s) + ";");
  }

  // Each exit is conditional, so that what follows can be reached.
  private Code leave(Scope s) {
    String exit =
        switch (random.nextInt(4)) {
          case 0 -> "return " + e("int", s) + ";";
          case 1 -> "throw new Oops(" + e("String", s) + ");";
          default -> {
            if (!s.inLoop) {
              yield "throw new IllegalStateException(" + e("String", s) + ");";
            }
            String word = random.nextBoolean() ? "break" : "continue";
            yield s.labels.isEmpty() || random.nextBoolean()
                ? word + ";"
                : word + " " + s.labels.get(random.nextInt(s.labels.size())) + ";";
          }
        };
    return Code.of(
        "if (T.b(\"" + expressions.name("x") + "\", " + e("boolean", s) + ")) { " + exit + " }");
  }

  private Code loop(Scope s, int depth) {
    String counter = expressions.name("i");
    String label = random.nextInt(3) == 0 ? expressions.name("loop") : "";
    String prefix = label.isEmpty() ? "" : label + ": ";
    int limit = 1 + random.nextInt(3);
    Scope inside = s.loop(label);
    inside.declareConstant("int", counter);
    List<Code> body = inner(inside, depth);
    body.add(0, Code.of("burn();"));
    return switch (random.nextInt(3)) {
      case 0 ->
          new Code()
              .text(
                  prefix
                      + "for (int "
                      + counter
                      + " = 0; "
                      + counter
                      + " < "
                      + limit
                      + " && "
                      + e("boolean", s)
                      + "; "
                      + counter
                      + "++) ")
              .block(body);
      case 1 -> {
        body.add(0, Code.of(counter + "++;"));
        yield new Code()
            .text(
                "int "
                    + counter
                    + " = 0; "
                    + prefix
                    + "while ("
                    + counter
                    + " < "
                    + limit
                    + " || ("
                    + counter
                    + " < 5 && "
                    + e("boolean", s)
                    + ")) ")
            .block(body);
      }
      default -> {
        body.add(0, Code.of(counter + "++;"));
        yield new Code()
            .text("int " + counter + " = 0; " + prefix + "do ")
            .block(body)
            .text(" while (" + counter + " < " + limit + " && " + e("boolean", s) + ");");
      }
    };
  }

  private Code forEach(Scope s, int depth) {
    String variable = expressions.name("each");
    String list = s.any("List<Integer>", random);
    String source =
        switch (random.nextInt(4)) {
          case 0 -> "new int[] {" + e("int", s) + ", " + e("int", s) + "}";
          case 1 -> "new TreeSet<>(List.of(" + e("int", s) + "))";
          case 2 -> list == null ? "List.of(1, 2)" : list;
          default -> "new ArrayList<>(List.of(7, 8, 9))";
        };
    Scope inside = s.loop("");
    inside.declare("int", variable);
    List<Code> body = inner(inside, depth);
    body.add(0, Code.of("burn();"));
    return new Code().text("for (int " + variable + " : " + source + ") ").block(body);
  }

  private Code switchOld(Scope s, int depth) {
    Code code = new Code().text("switch (Math.floorMod(" + e("int", s) + ", 4)) { case 0: ");
    code.block(inner(s, depth)).text(random.nextBoolean() ? " break; case 1: " : " case 1: ");
    code.block(inner(s, depth)).text(random.nextBoolean() ? " break; default: " : " default: ");
    return code.block(inner(s, depth)).text(" }");
  }

  private Code switchArrow(Scope s, int depth) {
    Code code = new Code().text("switch (" + e("String", s) + ") { case \"a\", \"b\" -> ");
    code.block(inner(s, depth)).text(" case \"c\" -> ").block(inner(s, depth));
    return code.text(" default -> ").block(inner(s, depth)).text(" }");
  }

  private Code labelledBlock(Scope s, int depth) {
    String label = expressions.name("out");
    List<Code> body = inner(s, depth);
    body.add(Code.of("if (" + e("boolean", s) + ") { break " + label + "; }"));
    body.addAll(inner(s, depth));
    return new Code().text(label + ": ").block(body);
  }

  // A finally block that may discard what is pending.
  private Code finallyReturns(Scope s, int depth) {
    List<Code> pending = inner(s, depth);
    pending.add(leave(s));
    List<Code> last = inner(s, depth);
    last.add(leave(s));
    Code inside = new Code().text("try ").block(pending).text(" finally ").block(last);
    return new Code()
        .text("try ")
        .block(new ArrayList<>(List.of(inside, leave(s))))
        .text(" finally ")
        .block(inner(s, depth));
  }

  private Code tryStatement(Scope s, int depth) {
    String caught = expressions.name("c");
    Code code = new Code();
    if (random.nextInt(4) == 0) {
      code.text("try (Res " + expressions.name("r") + " = new Res(" + e("int", s) + ")) ");
    } else {
      code.text("try ");
    }
    code.block(inner(s, depth));
    int form = random.nextInt(3);
    if (form != 1) {
      List<Code> handler = inner(s, depth);
      handler.add(0, Code.of("System.out.println(" + caught + ".getMessage());"));
      code.text(
              " catch ("
                  + (random.nextBoolean() ? "Oops" : "RuntimeException")
                  + " "
                  + caught
                  + ") ")
          .block(handler);
    }
    if (form != 0) {
      code.text(" finally ").block(inner(s, depth));
    }
    return code;
  }
}
