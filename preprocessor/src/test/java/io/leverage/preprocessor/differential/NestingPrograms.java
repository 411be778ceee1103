package io.leverage.preprocessor.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Programs that hold each construct in each construct, with checkpointable calls, a polled loop and
 * an exit in the inner one. One program for each outer construct, a method for each inner one.
 */
final class NestingPrograms {
  /** {@code @} stands for the depth, which makes names unique; {@code BODY} for what is nested. */
  private static final Map<String, String> CONSTRUCTS = new LinkedHashMap<>();

  static {
    CONSTRUCTS.put("If", "if (T.b(\"if@\", n >= 0)) { BODY } else { T.p(\"else\"); }");
    CONSTRUCTS.put("While", "int w@ = 0; while (T.i(\"w@\", w@) < 2) { w@++; BODY }");
    CONSTRUCTS.put("Do", "int d@ = 0; do { d@++; BODY } while (T.i(\"d@\", d@) < 2);");
    CONSTRUCTS.put("For", "for (int f@ = 0; f@ < T.i(\"f@\", 2); f@++) { BODY n += f@; }");
    CONSTRUCTS.put("ForEachArray", "for (int a@ : new int[] {1, 2}) { BODY n += a@; }");
    CONSTRUCTS.put(
        "ForEachList",
        "for (String s@ : java.util.List.of(\"x\", \"y\")) { BODY T.s(\"s@\", s@); }");
    CONSTRUCTS.put(
        "SwitchOld",
        "switch (n % 3) { case 0: T.p(\"zero@\"); case 1: BODY break; default: BODY T.p(\"two@\"); }");
    CONSTRUCTS.put(
        "SwitchArrow",
        "switch (T.i(\"sw@\", n % 3)) { case 0 -> { BODY } case 1 -> T.p(\"one@\"); default -> { BODY } }");
    CONSTRUCTS.put(
        "Label", "l@: { if (n % 7 == 6) break l@; BODY if (n % 2 == 0) break l@; T.p(\"l@\"); }");
    CONSTRUCTS.put(
        "TryCatch",
        "try { BODY if (n % 2 == 0) throw new Exception(\"e@\"); } catch (Exception e@) { T.s(\"c@\", e@.getMessage()); }");
    CONSTRUCTS.put("TryFinally", "try { BODY n++; } finally { T.i(\"fin@\", n); }");
    CONSTRUCTS.put(
        "Catch",
        "try { T.p(\"t@\"); throw new Exception(\"e@\"); } catch (Exception e@) { BODY T.s(\"c@\", e@.getMessage()); }");
    CONSTRUCTS.put(
        "Finally",
        "try { try { T.p(\"t@\"); if (n % 2 == 0) throw new Exception(\"e@\"); } finally { BODY } } catch (Exception e@) { T.s(\"c@\", e@.getMessage()); }");
  }

  private static final String[] EXITS = {
    "continue outer;", "return n;", "break outer;", "throw new IllegalStateException(\"out\" + n);"
  };

  private NestingPrograms() {}

  /** Writes the programs into a folder and gives them by name. */
  static Map<String, Path> write(Path folder) throws IOException {
    Map<String, Path> programs = new TreeMap<>();
    int combination = 0;
    for (Map.Entry<String, String> outer : CONSTRUCTS.entrySet()) {
      String name = "Nest" + outer.getKey();
      StringBuilder methods = new StringBuilder();
      StringBuilder calls = new StringBuilder();
      for (Map.Entry<String, String> inner : CONSTRUCTS.entrySet()) {
        String method = "in" + inner.getKey();
        methods.append(
            method(
                method, outer.getValue(), inner.getValue(), EXITS[combination++ % EXITS.length]));
        calls.append("    try { System.out.println(").append(method);
        calls.append("(0)); } catch (IllegalStateException e) { T.p(e.getMessage()); }\n");
      }
      Path file = folder.resolve(name + ".java");
      Files.writeString(
          file,
          """
          public class %s {
          %s
            public static void main(String[] args) {
          %s  }
          }
          """
              .formatted(name, methods, calls));
      programs.put(name, file);
    }
    return programs;
  }

  private static String method(String name, String outer, String inner, String exit) {
    String body =
        """
        T.i("in", n);
        int q = 0;
        while (q < 2) { q++; n = n * 3 + q; }
        n = T.i("n", n %% 100) + k;
        if (n %% 5 == 4) { %s }
        """
            .formatted(exit);
    return """
      static int %s(int n) {
        outer: for (int k = 0; k < 3; k++) {
          %s
          T.i("k", k);
        }
        return T.i("end", n);
      }
    """
        .formatted(name, nest(outer, 1, nest(inner, 2, body)));
  }

  private static String nest(String construct, int depth, String body) {
    String level = construct.replace("@", Integer.toString(depth));
    // A body that stands twice is a block each time, so its locals don't meet.
    return level.replace("BODY", "{ " + body + " }");
  }
}
