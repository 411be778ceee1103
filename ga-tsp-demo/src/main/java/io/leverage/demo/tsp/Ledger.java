package io.leverage.demo.tsp;

import java.time.Duration;
import java.util.BitSet;

/**
 * The book of a run's effects, kept by the program: each report of each island must come exactly
 * once, each migrant must be received exactly once, each interbreeding be counted exactly once.
 *
 * <p>Safe for use by many threads.
 */
public final class Ledger {
  private final Archipelago archipelago;
  private final BitSet[] reports;
  private final Progress[] last;
  private int doubledReports;

  /**
   * Opens the book.
   *
   * @param archipelago whose effects are counted
   */
  public Ledger(Archipelago archipelago) {
    this.archipelago = archipelago;
    this.reports = new BitSet[archipelago.islands()];
    this.last = new Progress[archipelago.islands()];
    for (int i = 0; i < reports.length; i++) {
      reports[i] = new BitSet();
      last[i] = new Progress(i, -1, 0, Long.MAX_VALUE, 0, 0, 0);
    }
  }

  /** Enters a report. */
  public synchronized void enter(Progress report) {
    BitSet seen = reports[report.island()];
    if (seen.get(report.number())) {
      doubledReports++;
    }
    seen.set(report.number());
    if (report.number() > last[report.island()].number()) {
      last[report.island()] = report;
    }
    notifyAll();
  }

  /** Gets the percentage of all generations that have been evolved. */
  public synchronized int percent() {
    long evolved = 0;
    for (Progress progress : last) {
      evolved += progress.generation();
    }
    return (int) (100 * evolved / archipelago.generations() / archipelago.islands());
  }

  /** Gets the length of an island's best tour; the greatest number before its first report. */
  public synchronized long length(int island) {
    return last[island].length();
  }

  /**
   * Waits for the reports that are still on their way.
   *
   * @param patience how long to wait at most
   * @return true if all have come
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public synchronized boolean awaitReports(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (reportsSeen() < reportsExpected()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /**
   * Closes the book.
   *
   * @param interbreedings what the global variable has counted
   * @return the effects
   */
  public synchronized Effects close(int interbreedings) {
    int lost = reportsExpected() - reportsSeen();
    int doubled = doubledReports;
    int migrants = 0;
    for (Progress progress : last) {
      migrants += progress.migrants();
      lost += progress.lost();
      doubled += progress.doubled();
    }
    int due = archipelago.rounds() * archipelago.islands();
    lost += Math.max(0, due - interbreedings);
    doubled += Math.max(0, interbreedings - due);
    return new Effects(reportsSeen(), migrants, interbreedings, lost, doubled);
  }

  private int reportsExpected() {
    return archipelago.islands() * (archipelago.rounds() + 1);
  }

  private int reportsSeen() {
    int seen = 0;
    for (BitSet set : reports) {
      seen += set.cardinality();
    }
    return seen;
  }
}
