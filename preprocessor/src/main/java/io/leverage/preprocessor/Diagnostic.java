package io.leverage.preprocessor;

import java.nio.file.Path;
import java.util.List;

/**
 * Something that the user should know about a place in the source.
 *
 * @param id the stable name of its kind, such as {@code pinned-lambda}; each has a page in {@code
 *     docs/diagnostics}
 * @param severity how much it matters
 * @param file the source file
 * @param line from 1
 * @param column from 1
 * @param message why, in a sentence
 * @param remedy what to do about it, in a sentence
 * @param reasonPath the steps that lead to the reason, outermost first; may be empty
 */
public record Diagnostic(
    String id,
    Severity severity,
    Path file,
    int line,
    int column,
    String message,
    String remedy,
    List<String> reasonPath) {}
