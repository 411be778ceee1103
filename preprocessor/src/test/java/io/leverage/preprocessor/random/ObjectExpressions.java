package io.leverage.preprocessor.random;

import java.util.Random;

/** Random expressions of objects: boxes, characters, records, subclasses, functions. */
final class ObjectExpressions {
  private final Random random;
  private final Expressions all;

  ObjectExpressions(Random random, Expressions all) {
    this.random = random;
    this.all = all;
  }

  String leaf(String type) {
    return switch (type) {
      case "char" -> "'" + (char) ('a' + random.nextInt(26)) + "'";
      case "Integer" -> "Integer.valueOf(" + random.nextInt(300) + ")";
      case "Long" -> "Long.valueOf(" + random.nextInt(300) + ")";
      case "Pair" -> "new Pair(" + random.nextInt(9) + ", \"p\")";
      case "Shape" -> "new Square(" + random.nextInt(9) + ")";
      default -> throw new IllegalArgumentException(type);
    };
  }

  String of(String type, Scope s, int d) {
    if (random.nextInt(4) == 0) {
      String condition = all.of("boolean", s, d);
      return "(" + condition + " ? " + all.of(type, s, d) + " : " + all.of(type, s, d) + ")";
    }
    String trace = "\"" + all.name("t") + "\", ";
    return switch (type) {
      case "char" ->
          random.nextBoolean()
              ? "T.c(" + trace + all.of("char", s, d) + ")"
              : "(char) ('a' + Math.floorMod(" + all.of("int", s, d) + ", 26))";
      case "Integer" ->
          random.nextBoolean()
              ? "T.o(" + trace + all.of("Integer", s, d) + ")"
              : "Integer.valueOf(" + all.of("int", s, d) + ")";
      case "Long" ->
          random.nextBoolean()
              ? "T.o(" + trace + all.of("Long", s, d) + ")"
              : "Long.valueOf(" + all.of("long", s, d) + ")";
      case "Pair" -> "new Pair(" + all.of("int", s, d) + ", " + all.of("String", s, d) + ")";
      default ->
          random.nextBoolean()
              ? "new Square(" + all.of("int", s, d) + ")"
              : "new Disc(" + all.of("int", s, d) + ", " + all.of("char", s, d) + ")";
    };
  }

  /** An int that an object or a function computes. */
  String call(Scope s, int d) {
    String op = s.any("Op", random);
    String function = s.any("Function<Integer, Integer>", random);
    return switch (random.nextInt(8)) {
      case 0 -> op == null ? call(s, d - 1, "Integer") : op + ".on(" + arguments(s, d) + ")";
      case 1 ->
          op == null ? call(s, d - 1, "char") : "apply(" + op + ", " + all.of("int", s, d) + ")";
      case 2 ->
          function == null
              ? "((Function<Integer, Integer>) NAME::half).apply(" + all.of("int", s, d) + ")"
              : function + ".apply(" + all.of("Integer", s, d) + ")";
      case 3 -> "apply(new Box(" + all.of("int", s, d) + ")::plus, " + all.of("int", s, d) + ")";
      case 4 -> "(" + all.of("Pair", s, d) + ").sum(" + all.of("String", s, d) + ")";
      case 5 -> "(" + all.of("Shape", s, d) + ").area(" + all.of("int", s, d) + ")";
      case 6 ->
          "(switch ("
              + kind(s, d)
              + ") { case LOW -> "
              + all.of("int", s, d)
              + "; default -> "
              + kind(s, d)
              + ".f("
              + all.of("int", s, d)
              + "); })";
      default -> call(s, d, random.nextBoolean() ? "Integer" : "char");
    };
  }

  private String call(Scope s, int d, String type) {
    return "(" + all.of(type, s, d) + " + " + all.of("int", s, d) + ")";
  }

  private String arguments(Scope s, int d) {
    return all.of("int", s, d) + ", " + all.of("String", s, d);
  }

  private String kind(Scope s, int d) {
    return "Kind.values()[Math.floorMod(" + all.of("int", s, d) + ", 3)]";
  }

  String text(Scope s, int d) {
    String supplier = s.any("Supplier<String>", random);
    return switch (random.nextInt(4)) {
      case 0 -> "cut(\"<\" + " + all.of(random.nextBoolean() ? "Pair" : "Shape", s, d) + ")";
      case 1 -> "(" + all.of("Pair", s, d) + ").b()";
      case 2 ->
          "(switch ("
              + all.of("String", s, d)
              + ") { case \"a\", \"b\": yield cut("
              + all.of("String", s, d)
              + "); default: T.p(\""
              + all.name("z")
              + "\"); yield cut("
              + all.of("String", s, d)
              + "); })";
      default -> supplier == null ? all.of("String", s, d) : supplier + ".get()";
    };
  }

  String test(Scope s, int d) {
    String predicate = s.any("Predicate<String>", random);
    String variable = all.name("o");
    return predicate != null && random.nextBoolean()
        ? predicate + ".test(" + all.of("String", s, d) + ")"
        : "((Object) "
            + all.of("Shape", s, d)
            + " instanceof Disc "
            + variable
            + " && "
            + variable
            + ".area("
            + all.of("int", s, d)
            + ") > 3)";
  }
}
