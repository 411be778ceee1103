package io.leverage.preprocessor;

import java.util.List;

/**
 * What {@link Preprocessor#explain} found.
 *
 * @param diagnostics the errors that keep the sources from being read; empty if they were
 * @param explanations one for each method of the name that was asked for
 */
public record ExplainResult(List<Diagnostic> diagnostics, List<Explanation> explanations) {
  /** Copies the lists. */
  public ExplainResult {
    diagnostics = List.copyOf(diagnostics);
    explanations = List.copyOf(explanations);
  }
}
