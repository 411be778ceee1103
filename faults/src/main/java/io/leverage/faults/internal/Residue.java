package io.leverage.faults.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a peer may have left once no virtual computer is open: no worker process, few threads and
 * open files, and in its store little but the program's jar.
 */
final class Residue {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long MOST_THREADS = 200;
  private static final long MOST_FILES = 300;
  private static final long MOST_ENTRIES = 60;
  private static final String ENTRY = "org.infinispan.container.entries.ImmortalCacheEntry";

  private Residue() {}

  /** Waits until nothing is left; what then is a leak. */
  static void check(PeerProcess peer, boolean store) {
    expect(peer, "workers", 0, () -> peer.workers().size());
    expect(peer, "threads", MOST_THREADS, () -> count(peer, "task"));
    expect(peer, "open files", MOST_FILES, () -> count(peer, "fd"));
    if (store) {
      expect(peer, "entries in its store", MOST_ENTRIES, () -> entries(peer));
    }
  }

  /** Counts something. */
  private interface Counter {
    long count();
  }

  private static void expect(PeerProcess peer, String what, long most, Counter counter) {
    if (!Wait.until(PATIENCE, () -> counter.count() <= most)) {
      throw new Violation(
          String.format(Locale.ROOT, "peer %d keeps %d %s", peer.machine(), counter.count(), what));
    }
  }

  private static long count(PeerProcess peer, String what) {
    try (Stream<Path> all = Files.list(Path.of("/proc", "" + peer.pid(), what))) {
      return all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts the entries that are still reachable; this collects the garbage first. */
  private static long entries(PeerProcess peer) {
    String histogram =
        Commands.run(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            "" + peer.pid(),
            "GC.class_histogram");
    return histogram
        .lines()
        .map(String::strip)
        .filter(line -> line.contains(ENTRY + " "))
        .map(line -> line.split("\\s+", -1))
        .mapToLong(columns -> Long.parseLong(columns[1]))
        .findFirst()
        .orElse(0);
  }
}
