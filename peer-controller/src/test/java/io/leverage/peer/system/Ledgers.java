package io.leverage.peer.system;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What the program {@code Ledger} prints, and when to do something to its mesh. */
final class Ledgers {
  private Ledgers() {}

  /** Gets its last line if every number counted exactly once. */
  static String allRight(int clerks, int numbers) {
    int expected = clerks * numbers;
    return "ledger: messages lost=0 doubled=0 counter="
        + expected
        + " expected="
        + expected
        + " returned="
        + expected
        + " reported="
        + clerks * ((numbers + 9) / 10)
        + " disordered=0 complete=true";
  }

  /** Does something when so many reports have come. */
  static Consumer<String> atReport(int moment, Runnable action) {
    AtomicInteger progress = new AtomicInteger();
    return line -> {
      if (line.startsWith("progress") && progress.incrementAndGet() == moment) {
        action.run();
      }
    };
  }
}
