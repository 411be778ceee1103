package io.leverage.demo.tsp.cli;

import io.leverage.demo.tsp.Archipelago;
import io.leverage.demo.tsp.Cities;
import io.leverage.demo.tsp.Gap;
import io.leverage.demo.tsp.Ledger;
import io.leverage.demo.tsp.Progress;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a line for each tenth of the run. Safe for use by many threads. */
final class Scoreboard {
  private static final int STEP = 10;
  private static final int MOST_SHOWN = 8;

  private final Cities cities;
  private final Archipelago archipelago;
  private final Ledger ledger;
  private final PrintStream out;
  private int printed;

  Scoreboard(Cities cities, Archipelago archipelago, Ledger ledger, PrintStream out) {
    this.cities = cities;
    this.archipelago = archipelago;
    this.ledger = ledger;
    this.out = out;
  }

  /** Enters a partial result into the ledger, and prints when enough is new. */
  synchronized void show(Object partialResult) {
    if (!(partialResult instanceof Progress report)) {
      throw new IllegalArgumentException("not an island's report: " + partialResult);
    }
    ledger.enter(report);
    int percent = ledger.percent();
    if (percent / STEP > printed / STEP) {
      printed = percent;
      print(percent);
    }
  }

  private void print(int percent) {
    long shortest = Long.MAX_VALUE;
    StringBuilder islands = new StringBuilder();
    for (int i = 0; i < archipelago.islands(); i++) {
      long length = ledger.length(i);
      shortest = Math.min(shortest, length);
      if (i < MOST_SHOWN) {
        islands.append(' ').append(length == Long.MAX_VALUE ? "-" : Long.toString(length));
      } else if (i == MOST_SHOWN) {
        islands.append(" ...");
      }
    }
    String gap = Gap.percent(shortest, cities.optimum());
    out.printf(
        "progress %3d %%   %sshortest %d   islands%s%n",
        percent,
        cities.optimum() == 0 ? "" : String.format(Locale.ROOT, "gap %6s %%   ", gap),
        shortest,
        islands);
    out.flush();
  }
}
