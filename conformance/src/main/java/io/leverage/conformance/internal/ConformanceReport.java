package io.leverage.conformance.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was found about a library.
 *
 * @param library the library
 * @param plain how many tests pass as they are
 * @param transformed how many of them pass preprocessed
 * @param migrated how many of them pass frozen and thawed
 * @param notMoved how many of them pass, but went on where they were at least once, because their
 *     state can't be serialised
 * @param captures how many times tests were frozen
 * @param moved how many tests were frozen at least once
 * @param refusals how many places were refused, by the diagnostic's id
 * @param refused the refused places
 * @param leftOut how many tests were not counted, by the reason
 * @param exceptions the tests that pass as they are, but not otherwise, with the reason
 */
public record ConformanceReport(
    Library library,
    long plain,
    long transformed,
    long migrated,
    long notMoved,
    long captures,
    long moved,
    Map<String, Integer> refusals,
    List<String> refused,
    Map<String, Long> leftOut,
    List<String> exceptions) {

  /** The line for machines. */
  public String line() {
    return "conformance: library="
        + library.name()
        + " plain="
        + plain
        + " transformed="
        + transformed
        + " migrated="
        + migrated
        + " refused="
        + notMoved
        + " captures="
        + captures;
  }

  /** The head of the table. */
  public static String head() {
    return "| library | plain | transformed | migrated | captures refused | frozen tests | captures | refused places |\n"
        + "|---|---|---|---|---|---|---|---|";
  }

  /** The library's row in the table. */
  public String row() {
    String byId =
        refusals.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return "| "
        + String.join(
            " | ",
            library.name() + " " + library.version(),
            Long.toString(plain),
            Long.toString(transformed),
            Long.toString(migrated),
            Long.toString(notMoved),
            Long.toString(moved),
            Long.toString(captures),
            byId.isEmpty() ? "0" : byId)
        + " |";
  }

  /** The exceptions and what was left out. */
  public String details() {
    StringBuilder text = new StringBuilder("## " + library.name() + "\n\nNot counted:\n\n");
    leftOut.forEach((reason, count) -> text.append("- " + count + ": " + reason + "\n"));
    text.append("\nRefused places, which run pinned:\n\n");
    refused.forEach(each -> text.append("- " + each + "\n"));
    text.append("\nTests that pass plain only:\n\n");
    exceptions.forEach(each -> text.append("- " + each + "\n"));
    return text.toString();
  }
}
