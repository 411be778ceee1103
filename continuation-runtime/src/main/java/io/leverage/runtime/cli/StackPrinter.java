package io.leverage.runtime.cli;

import io.leverage.runtime.internal.exec.FrozenStack;
import io.leverage.runtime.internal.exec.FrozenStack.Activation;
import io.leverage.runtime.internal.exec.FrozenStack.Local;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.Locale;

/** Prints a captured stack: for people as a stack trace with locals, for programs as JSON. */
final class StackPrinter {
  private final PrintStream out;

  StackPrinter(PrintStream out) {
    this.out = out;
  }

  void print(FrozenStack stack) {
    out.printf(
        Locale.ROOT,
        "%s: %d frames, %d bytes%n",
        stack.what(),
        stack.activations().size(),
        stack.bytes());
    for (Activation each : stack.activations()) {
      out.printf(
          Locale.ROOT,
          "\tat %s(%s)  pc %d, %d bytes%n",
          each.method(),
          each.line() < 0 ? "waiting" : each.file() + ":" + each.line(),
          each.pc(),
          each.bytes());
      for (Local local : each.locals()) {
        if (!local.value().equals("null")) {
          out.printf(Locale.ROOT, "\t\t%s %s = %s%n", local.type(), local.name(), local.value());
        }
      }
    }
  }

  void printJson(FrozenStack stack) {
    out.printf(
        Locale.ROOT, "{\"what\":%s,\"bytes\":%d,\"frames\":[", quoted(stack.what()), stack.bytes());
    for (Iterator<Activation> all = stack.activations().iterator(); all.hasNext(); ) {
      Activation each = all.next();
      out.printf(
          Locale.ROOT,
          "{\"method\":%s,\"file\":%s,\"line\":%d,\"pc\":%d,\"version\":%s,\"bytes\":%d,\"locals\":[",
          quoted(each.method()),
          quoted(each.file()),
          each.line(),
          each.pc(),
          quoted(Long.toHexString(each.version())),
          each.bytes());
      for (Iterator<Local> locals = each.locals().iterator(); locals.hasNext(); ) {
        Local local = locals.next();
        out.printf(
            Locale.ROOT,
            "{\"name\":%s,\"type\":%s,\"value\":%s}%s",
            quoted(local.name()),
            quoted(local.type()),
            quoted(local.value()),
            locals.hasNext() ? "," : "");
      }
      out.print("]}" + (all.hasNext() ? "," : ""));
    }
    out.println("]}");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char letter : text.toCharArray()) {
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (letter < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }
}
