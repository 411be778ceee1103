package io.leverage.preprocessor.random;

import java.util.Random;

/** Random expressions of a type; many contain a call that is a safepoint. */
final class Expressions {
  private static final String[] TYPES = {
    "int", "long", "double", "boolean", "String", "char", "Integer", "Long", "Pair", "Shape"
  };

  private final Random random;
  private int names;
  private int method;
  private final int methods;
  private final ObjectExpressions objects;

  Expressions(Random random, int methods) {
    this.random = random;
    this.methods = methods;
    this.objects = new ObjectExpressions(random, this);
  }

  /** Code of this method may call only later ones. */
  void enter(int method) {
    this.method = method;
  }

  String type() {
    return TYPES[random.nextInt(TYPES.length)];
  }

  /** A type whose text has no safepoint: javac before 19 concatenates in an order of its own. */
  String primitive() {
    return TYPES[random.nextInt(8)];
  }

  String name(String prefix) {
    return prefix + names++;
  }

  String of(String type, Scope scope, int depth) {
    if (depth <= 0 || random.nextInt(6) == 0) {
      return leaf(type, scope);
    }
    return switch (type) {
      case "int" -> ofInt(scope, depth - 1);
      case "long" -> ofLong(scope, depth - 1);
      case "double" -> ofDouble(scope, depth - 1);
      case "boolean" -> ofBoolean(scope, depth - 1);
      case "String" -> ofString(scope, depth - 1);
      default -> objects.of(type, scope, depth - 1);
    };
  }

  private String leaf(String type, Scope scope) {
    String variable = scope.any(type, random);
    if (variable != null && random.nextInt(4) > 0) {
      return variable;
    }
    return switch (type) {
      case "int" -> Integer.toString(random.nextInt(12) - 2);
      case "long" -> random.nextInt(100) + "L";
      case "double" -> random.nextInt(10) + ".5";
      case "boolean" -> Boolean.toString(random.nextBoolean());
      case "String" -> "\"" + (char) ('a' + random.nextInt(26)) + "\"";
      default -> objects.leaf(type);
    };
  }

  private String ofInt(Scope s, int d) {
    String array = s.any("int[]", random);
    String list = s.any("List<Integer>", random);
    String variable = s.changeable("int", random);
    return switch (random.nextInt(20)) {
      case 16, 17, 18 -> objects.call(s, d);
      case 0 -> "(" + of("int", s, d) + " + " + of("int", s, d) + ")";
      case 1 -> "(" + of("int", s, d) + " * " + of("int", s, d) + ")";
      case 2 -> "(" + of("int", s, d) + " - " + of("int", s, d) + ")";
      case 3 -> "(" + of("int", s, d) + " % " + of("int", s, d) + ")";
      case 4 -> "T.i(\"" + name("t") + "\", " + of("int", s, d) + ")";
      case 5 -> "(" + of("boolean", s, d) + " ? " + of("int", s, d) + " : " + of("int", s, d) + ")";
      case 6 -> variable == null ? leaf("int", s) : variable + (random.nextBoolean() ? "++" : "--");
      case 7 -> variable == null ? leaf("int", s) : "(" + variable + " += " + of("int", s, d) + ")";
      case 8 ->
          array == null
              ? leaf("int", s)
              : array + "[Math.floorMod(" + of("int", s, d) + ", " + array + ".length)]";
      case 9 ->
          array == null
              ? leaf("int", s)
              : "("
                  + array
                  + "[Math.floorMod("
                  + of("int", s, d)
                  + ", "
                  + array
                  + ".length)] += "
                  + of("int", s, d)
                  + ")";
      case 10 -> list == null ? leaf("int", s) : list + ".get(" + of("int", s, 0) + ")";
      case 11 -> of("String", s, d) + ".length()";
      case 12 -> "(int) " + of("long", s, d);
      case 13 ->
          "switch ("
              + of("int", s, d)
              + ") { case 0, 1 -> "
              + of("int", s, d)
              + "; case 2 -> { T.p(\""
              + name("y")
              + "\"); yield "
              + of("int", s, d)
              + "; } default -> "
              + of("int", s, d)
              + "; }";
      default -> call(s, d);
    };
  }

  /** A call of a later method, or of a method of an object. */
  String call(Scope s, int d) {
    if (random.nextInt(4) == 0) {
      return "new Box("
          + of("int", s, d)
          + ").plus("
          + of("int", s, d)
          + ", "
          + of("String", s, d)
          + ")";
    } else if (random.nextInt(5) == 0) {
      return "recurse(" + of("int", s, 0) + ")";
    } else if (method + 1 >= methods) {
      return leaf("int", s);
    }
    int callee = method + 1 + random.nextInt(methods - method - 1);
    return "m"
        + callee
        + "("
        + of("int", s, d)
        + ", "
        + of("String", s, d)
        + ", "
        + of("double", s, d)
        + ")";
  }

  private String ofLong(Scope s, int d) {
    return switch (random.nextInt(5)) {
      case 0 -> "(" + of("long", s, d) + " ^ " + of("long", s, d) + ")";
      case 1 -> "(" + of("long", s, d) + " + " + of("int", s, d) + ")";
      case 2 -> "T.l(\"" + name("t") + "\", " + of("long", s, d) + ")";
      case 3 -> "(long) " + of("int", s, d);
      default -> leaf("long", s);
    };
  }

  private String ofDouble(Scope s, int d) {
    return switch (random.nextInt(4)) {
      case 0 -> "(" + of("double", s, d) + " / " + of("int", s, d) + ")";
      case 1 -> "T.d(\"" + name("t") + "\", " + of("double", s, d) + ")";
      case 2 -> "(" + of("double", s, d) + " - " + of("long", s, d) + ")";
      default -> leaf("double", s);
    };
  }

  String ofBoolean(Scope s, int d) {
    return switch (random.nextInt(9)) {
      case 7 -> objects.test(s, d);
      case 0 -> "(" + of("boolean", s, d) + " && " + of("boolean", s, d) + ")";
      case 1 -> "(" + of("boolean", s, d) + " || " + of("boolean", s, d) + ")";
      case 2 -> "!" + of("boolean", s, d);
      case 3 -> "T.b(\"" + name("t") + "\", " + of("boolean", s, d) + ")";
      case 4 -> of("String", s, d) + ".equals(" + of("String", s, d) + ")";
      default -> "(" + of("int", s, d) + " < " + of("int", s, d) + ")";
    };
  }

  private String ofString(Scope s, int d) {
    return switch (random.nextInt(8)) {
      case 5, 6 -> objects.text(s, d);
      case 0 -> "cut(" + of("String", s, d) + " + " + of(primitive(), s, d) + ")";
      case 1 -> "T.s(\"" + name("t") + "\", " + of("String", s, d) + ")";
      case 2 -> "String.valueOf(" + of(primitive(), s, d) + ")";
      case 3 ->
          "(" + of("boolean", s, d) + " ? " + of("String", s, d) + " : " + of("String", s, d) + ")";
      default -> leaf("String", s);
    };
  }
}
