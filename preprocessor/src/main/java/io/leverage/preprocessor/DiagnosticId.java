package io.leverage.preprocessor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The stable names of the kinds of diagnostics. Each has a page in {@code docs/diagnostics} and an
 * example that produces exactly it.
 */
public enum DiagnosticId {
  /** The program does not compile before it is transformed. */
  JAVA_ERROR(Severity.ERROR),
  /** Syntax that javac accepts, but the parser of the trees that are transformed doesn't. */
  UNSUPPORTED_SYNTAX(Severity.ERROR),
  /** A node that the two parsers disagree about. */
  UNMATCHED_SYNTAX(Severity.ERROR),
  /** An operation that waits, below a frame that can't be captured. */
  BLOCKING_WHILE_PINNED(Severity.ERROR),
  /** A lambda body that can reach a safepoint. */
  PINNED_LAMBDA(Severity.WARNING),
  /** A method reference to a method that can reach a safepoint. */
  PINNED_METHOD_REFERENCE(Severity.WARNING),
  /** A constructor that can reach a safepoint. */
  PINNED_CONSTRUCTOR(Severity.WARNING),
  /** An initialiser of a class, an object or a field that can reach a safepoint. */
  PINNED_INITIALIZER(Severity.WARNING),
  /** A method of a local or anonymous class that can reach a safepoint. */
  PINNED_LOCAL_CLASS(Severity.WARNING),
  /** A method that a library may call back, and that can reach a safepoint. */
  PINNED_CALLBACK(Severity.WARNING),
  /** A method that a class file can't hold once it is mobile: it is left as it is. */
  METHOD_TOO_LARGE(Severity.WARNING),
  /** A static field that checkpointable code changes: it does not travel with the thread. */
  MUTABLE_STATIC(Severity.WARNING),
  /** A local that is live at a safepoint, and whose objects can't travel. */
  UNSERIALISABLE_LOCAL(Severity.WARNING),
  /** A class declared inside a method that can be captured, which can't be made a member. */
  LOCAL_CLASS_IN_MOBILE_METHOD(Severity.ERROR),
  /** A pattern around a safepoint whose variable a lambda captures. */
  PATTERN_IN_MOBILE_METHOD(Severity.ERROR),
  /** An expression around a safepoint whose value can't be kept in a frame. */
  EXPRESSION_IN_MOBILE_METHOD(Severity.ERROR);

  private final Severity severity;

  DiagnosticId(Severity severity) {
    this.severity = severity;
  }

  /**
   * Gets the name as the user sees it.
   *
   * @return the name, such as {@code pinned-lambda}
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Gets the severity of the diagnostics of this kind.
   *
   * @return how much they matter
   */
  public Severity severity() {
    return severity;
  }

  /**
   * Finds a kind by its name.
   *
   * @param id the name as the user sees it
   * @return the kind, if there is one
   */
  public static Optional<DiagnosticId> of(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * Makes a diagnostic of this kind.
   *
   * @param file the source file
   * @param line from 1
   * @param column from 1
   * @param message why, in a sentence
   * @param remedy what to do about it, in a sentence
   * @param reasonPath the steps that lead to the reason; may be empty
   * @return the diagnostic
   */
  public Diagnostic at(
      Path file, int line, int column, String message, String remedy, List<String> reasonPath) {
    return new Diagnostic(
        id(), severity, file, line, column, message, remedy, List.copyOf(reasonPath));
  }
}
