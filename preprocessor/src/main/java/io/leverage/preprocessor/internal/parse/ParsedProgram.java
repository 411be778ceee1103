package io.leverage.preprocessor.internal.parse;

import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.Severity;
import java.util.List;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The whole program, parsed and attributed. When {@link #failed()}, the files are incomplete and
 * only the diagnostics count.
 *
 * @param files the source files
 * @param types javac's operations on types
 * @param elements javac's operations on elements
 * @param diagnostics what is wrong with the sources
 */
public record ParsedProgram(
    List<ParsedFile> files, Types types, Elements elements, List<Diagnostic> diagnostics) {

  /** Tells whether the program can't be transformed. */
  public boolean failed() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }
}
