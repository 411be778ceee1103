package io.leverage.preprocessor.random;

import java.util.ArrayList;
import java.util.List;

/** A statement: text with blocks of statements between. So it can be shrunk. */
final class Code {
  private final List<Object> parts = new ArrayList<>();

  Code text(String text) {
    parts.add(text);
    return this;
  }

  Code block(List<Code> statements) {
    parts.add(statements);
    return this;
  }

  boolean startsWith(String text) {
    return parts.get(0) instanceof String first && first.startsWith(text);
  }

  static Code of(String text) {
    return new Code().text(text);
  }

  /** Writes it, without the statements that are removed. */
  void write(StringBuilder out, String indent, List<Code> removed) {
    if (removed.contains(this)) {
      return;
    }
    out.append(indent);
    for (Object part : parts) {
      if (part instanceof List<?> statements) {
        out.append("{\n");
        statements.forEach(each -> ((Code) each).write(out, indent + "  ", removed));
        out.append(indent).append("}");
      } else {
        out.append(part);
      }
    }
    out.append('\n');
  }

  /** All statements, outer ones first. */
  void collect(List<Code> all) {
    all.add(this);
    for (Object part : parts) {
      if (part instanceof List<?> statements) {
        statements.forEach(each -> ((Code) each).collect(all));
      }
    }
  }
}
