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
 * @param notMoved how many of them pass, but were not frozen as often as they should be, because
 *     their state can't be serialised
 * @param captures how many times tests were frozen
 * @param moved how many tests were frozen at least once
 * @param refusedCaptures how many captures were refused, those that came about later too
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
    long refusedCaptures,
    Map<String, Integer> refusals,
    List<String> refused,
    Map<String, Long> leftOut,
    List<Shortfall> exceptions) {

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
    return "| library | plain | transformed | migrated | not frozen as asked | frozen tests |"
        + " captures | captures refused | refused places |\n"
        + "|---|---|---|---|---|---|---|---|---|";
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
            Long.toString(refusedCaptures),
            byId.isEmpty() ? "0" : byId)
        + " |";
  }

  /** The tests that fell short without a known reason. */
  public List<Shortfall> unknown(KnownExceptions known) {
    return exceptions.stream().filter(each -> known.reason(each).isEmpty()).toList();
  }

  /** The exceptions and what was left out. */
  public String details(KnownExceptions known) {
    StringBuilder text = new StringBuilder("## " + library.name() + "\n\nNot counted:\n\n");
    leftOut.forEach((reason, count) -> text.append("- " + count + ": " + reason + "\n"));
    text.append("\nRefused places, which run pinned:\n\n");
    refused.forEach(each -> text.append("- " + each + "\n"));
    text.append("\nTests that pass plain only, or were not frozen as asked:\n\n");
    for (Shortfall each : exceptions) {
      text.append("- " + each + " Known: " + known.reason(each).orElse("no") + "\n");
    }
    return text.toString();
  }
}
