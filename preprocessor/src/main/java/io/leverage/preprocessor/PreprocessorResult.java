package io.leverage.preprocessor;

import java.nio.file.Path;
import java.util.List;

/**
 * What the preprocessor did.
 *
 * @param diagnostics what the user should know; if one is an error, nothing was written
 * @param files the output files, whether they had to be written or were the same already
 * @param transformed how many of them were transformed; the others are copies
 * @param written how many of them had to be written
 */
public record PreprocessorResult(
    List<Diagnostic> diagnostics, List<Path> files, int transformed, int written) {

  /** Copies the lists. */
  public PreprocessorResult {
    diagnostics = List.copyOf(diagnostics);
    files = List.copyOf(files);
  }

  /** Tells whether the sources were refused. */
  public boolean failed() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }
}
