package io.leverage.conformance.internal;

/**
 * How one test ended.
 *
 * @param id which test
 * @param kind how it ended
 * @param safepoints how many safepoints it met
 * @param captures how many times it was moved
 * @param refusals how many times it could not be moved where it was asked to
 * @param reason why it failed or was skipped; empty if it passed
 */
record TestResult(
    String id, Kind kind, long safepoints, long captures, long refusals, String reason) {
  /** How a test can end. */
  enum Kind {
    STARTED,
    PASSED,
    REFUSED,
    FAILED,
    SKIPPED,
    LEFT_OUT,
    DONE
  }

  /** Tells whether a line was written up to its reason; its process may be about to. */
  static boolean isWhole(String line) {
    return line.chars().filter(each -> each == '\t').count() >= 5;
  }

  static TestResult parse(String line) {
    String[] parts = line.split("\t", 6);
    return new TestResult(
        parts[1],
        Kind.valueOf(parts[0]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]),
        parts[5]);
  }

  String line() {
    String text = reason.replaceAll("\\s+", " ");
    return String.join(
        "\t",
        kind.name(),
        id,
        Long.toString(safepoints),
        Long.toString(captures),
        Long.toString(refusals),
        text.length() > 400 ? text.substring(0, 400) : text);
  }
}
