package io.leverage.faults.internal;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How often each fault was injected, and what was violated. Safe for use by several threads. */
public final class Tally {
  private final Map<FaultKind, Integer> injected = new EnumMap<>(FaultKind.class);
  private final Map<FaultKind, Integer> violations = new EnumMap<>(FaultKind.class);

  synchronized void injected(FaultKind kind) {
    injected.merge(kind, 1, Integer::sum);
  }

  synchronized void violated(FaultKind last) {
    violations.merge(last, 1, Integer::sum);
  }

  /** Gets how many faults were injected. */
  public synchronized int injected() {
    return injected.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Gets how many violations were found. */
  public synchronized int violations() {
    return violations.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Gets a table of all kinds. */
  public synchronized String table() {
    StringBuilder table = new StringBuilder("| fault | injected | violations |\n|---|---|---|\n");
    for (FaultKind kind : FaultKind.values()) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %d | %d |%n",
              kind.title(),
              injected.getOrDefault(kind, 0),
              violations.getOrDefault(kind, 0)));
    }
    return table.toString();
  }
}
