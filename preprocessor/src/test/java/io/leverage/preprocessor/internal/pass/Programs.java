package io.leverage.preprocessor.internal.pass;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The programs of {@code programs.txt}: each a heading line {@code ### name}, then class P. */
final class Programs {
  private static final String PROLOGUE =
      """
      import java.util.*;
      import java.util.concurrent.Callable;
      import java.util.function.*;
      public class P implements Callable<Object> {
        StringBuilder log = new StringBuilder();
        int log(int x) { log.append(x).append(' '); return x; }
        // a call that can be captured
        int f(int x) {
          for (int i = 0; i < 1; i++) { step(); }
          log.append('f').append(x).append(' ');
          return x;
        }
        boolean b(boolean x) { return f(x ? 1 : 0) == 1; }
        String s(String x) { f(x.length()); return x; }
        <T> T same(T x) { f(7); return x; }
        void fail(String why) throws java.io.IOException { f(8); throw new java.io.IOException(why); }
        static void step() { io.leverage.VirtualThread.checkpoint(); }
      """;

  private Programs() {}

  static Map<String, String> all() throws IOException {
    try (InputStream in = Programs.class.getResourceAsStream("programs.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> programs = new LinkedHashMap<>();
      for (String part : text.split("(?m)^### ")) {
        if (!part.isBlank()) {
          int end = part.indexOf('\n');
          programs.put(part.substring(0, end).trim(), PROLOGUE + part.substring(end) + "\n}\n");
        }
      }
      return programs;
    }
  }
}
