package io.leverage.preprocessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Formats diagnostics for a terminal: where and what, the source line with a caret, the path of
 * reasons, and the remedy.
 */
public final class DiagnosticPrinter {
  private final Map<Path, List<String>> texts = new HashMap<>();

  /**
   * Formats one diagnostic.
   *
   * @param diagnostic what to format
   * @return several lines, the last one without an end
   */
  public String format(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder();
    text.append(
        diagnostic.file()
            + ":"
            + diagnostic.line()
            + ":"
            + diagnostic.column()
            + ": "
            + (diagnostic.severity() == Severity.ERROR ? "error" : "warning")
            + ": ["
            + diagnostic.id()
            + "] "
            + diagnostic.message().strip().replace("\n", "\n  "));
    sourceLine(diagnostic)
        .ifPresent(
            line ->
                text.append('\n')
                    .append(line)
                    .append('\n')
                    .append(caret(line, diagnostic.column())));
    diagnostic.reasonPath().forEach(step -> text.append("\n  because: ").append(step));
    return text.append("\n  remedy: ").append(diagnostic.remedy()).toString();
  }

  private Optional<String> sourceLine(Diagnostic diagnostic) {
    List<String> lines = texts.computeIfAbsent(diagnostic.file(), DiagnosticPrinter::read);
    int index = diagnostic.line() - 1;
    return index >= 0 && index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
  }

  private static List<String> read(Path file) {
    try {
      return Files.readString(file).lines().toList();
    } catch (IOException e) {
      return List.of(); // the diagnostic says enough without its source line
    }
  }

  // Tabs are kept, so that the caret stands below its column however wide they are.
  private static String caret(String line, int column) {
    StringBuilder blanks = new StringBuilder();
    for (int i = 0; i < Math.min(column - 1, line.length()); i++) {
      blanks.append(line.charAt(i) == '\t' ? '\t' : ' ');
    }
    return blanks.append('^').toString();
  }
}
