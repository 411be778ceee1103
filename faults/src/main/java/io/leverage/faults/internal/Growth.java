package io.leverage.faults.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What a long run looked at each minute, as series; and whether any of them grows. */
final class Growth {
  static final String SPARED = "the peer that lives";
  static final String SPARED_WORKER = "its worker";
  static final String KILLED = "a peer that is killed";
  static final String KILLED_WORKER = "a worker of those";
  static final String PROGRAM = "the program";

  private static final double MIB = 1 << 20;
  private static final double KIB = 1 << 10;

  private final List<Kind> kinds =
      Stream.of(SPARED, SPARED_WORKER, KILLED, KILLED_WORKER, PROGRAM).map(Kind::new).toList();
  private final Series entries = new Series("entries in all stores", 1, 30);
  private final Series bytes = new Series("KiB of the values in all journals", KIB, 256 * KIB);
  private final Series log = new Series("KiB logged per minute", KIB, 32 * KIB);
  private final List<String> unbounded = new ArrayList<>();
  private long mostJournal;
  private long logged = -1;

  /** The processes of one kind; of several, the mean. */
  private static final class Kind {
    private final String name;
    private final Series heap;
    private final List<Series> all;

    Kind(String name) {
      this.name = name;
      heap = new Series("heap of " + name + ", MiB", MIB, MIB);
      all =
          List.of(
              heap,
              new Series("memory (RSS) of " + name + ", MiB", MIB, 16 * MIB),
              new Series("threads of " + name, 1, 8),
              new Series("open files of " + name, 1, 8));
    }

    void add(List<Reading> readings) {
      List<Reading> mine = readings.stream().filter(one -> one.kind().equals(name)).toList();
      List<ToLongFunction<Reading>> measures =
          List.of(Reading::heap, Reading::rss, Reading::threads, Reading::files);
      for (int i = 0; i < measures.size() && !mine.isEmpty(); i++) {
        all.get(i).add(mine.stream().mapToLong(measures.get(i)).average().orElse(0));
      }
    }
  }

  /** Takes what all processes held at one moment. */
  void add(List<Reading> readings) {
    kinds.forEach(kind -> kind.add(readings));
    entries.add((double) readings.stream().mapToLong(one -> one.share().entries()).sum());
    bytes.add((double) readings.stream().mapToLong(one -> one.share().bytes()).sum());
    long now = readings.stream().mapToLong(one -> one.share().log()).sum();
    if (logged >= 0) {
      log.add((double) (now - logged));
    }
    logged = now;
    for (Reading one : readings) {
      mostJournal = Math.max(mostJournal, one.share().journal());
      if (!one.journalIsBounded()) {
        unbounded.add(one.process() + " has a journal of " + one.share().journal() + " bytes");
      }
    }
  }

  /** Tells whether nothing grows, and no journal was larger than it may be. */
  boolean isFlat() {
    return unbounded.isEmpty() && all().noneMatch(Series::grows);
  }

  /** Gets the greatest growth of a heap. */
  double ofHeaps() {
    return kinds.stream()
        .map(kind -> kind.heap)
        .filter(Series::isDecided)
        .map(Series::growth)
        .max(Comparator.naturalOrder())
        .orElse(Double.NaN);
  }

  /** Gets the growth of the store. */
  double ofStore() {
    return entries.isDecided() ? Math.max(entries.growth(), bytes.growth()) : Double.NaN;
  }

  String table() {
    StringBuilder table = new StringBuilder("| measure | begin | end | growth | |\n");
    table.append("|---|---:|---:|---:|---|\n");
    all().forEach(series -> table.append(series.row()).append('\n'));
    table.append(
        String.format(
            Locale.ROOT,
            "| largest journal of a peer, MiB | | %.1f | | %s |%n",
            mostJournal / MIB,
            unbounded.isEmpty() ? "bounded" : String.join("; ", unbounded)));
    return table.toString();
  }

  private Stream<Series> all() {
    return Stream.concat(
        kinds.stream().flatMap(kind -> kind.all.stream()), Stream.of(entries, bytes, log));
  }
}
