package io.leverage.faults.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a process holds at a moment.
 *
 * @param process for people, such as {@code peer 3's worker}
 * @param kind what it is compared with at other times
 * @param pid of this life of it
 * @param heap bytes of its living objects, counted after a collection
 * @param rss bytes of memory that it has from the operating system
 * @param threads of the operating system
 * @param files that it has open
 * @param share what it keeps of the mesh's state; {@link Share#NONE} for what is no peer
 */
record Reading(
    String process,
    String kind,
    long pid,
    long heap,
    long rss,
    long threads,
    long files,
    Share share) {
  private static final long KIB = 1024;

  /**
   * A peer's share of the state, and what it writes.
   *
   * @param entries in its store
   * @param bytes of the newest values in its journal
   * @param journal bytes of the journal's files
   * @param log bytes that this life and those before have logged
   */
  record Share(long entries, long bytes, long journal, long log) {
    static final Share NONE = new Share(0, 0, 0, 0);
  }

  /** Reads a process; this collects its garbage. */
  static Reading of(String process, String kind, long pid, Share share) {
    return new Reading(
        process, kind, pid, heap(pid), rss(pid), count(pid, "task"), count(pid, "fd"), share);
  }

  /** Reads what a peer keeps and writes. */
  static Share share(PeerProcess peer) {
    String metrics = metrics(peer.metrics());
    try {
      return new Share(
          metric(metrics, "leverage_store_entries"),
          metric(metrics, "leverage_store_bytes"),
          size(peer.data().resolve("state")),
          Files.size(peer.logFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the journal is within what {@code docs/operations.md} says. */
  boolean journalIsBounded() {
    long mebibyte = KIB * KIB;
    return share.journal() <= 3 * share.bytes() + (64 + 32 + 1) * mebibyte;
  }

  /** A line of a table, of which {@link #header} is the first. */
  String csv(int minute) {
    return String.format(
        Locale.ROOT,
        "%d,%s,%d,%d,%d,%d,%d,%d,%d,%d,%d",
        minute,
        process,
        pid,
        heap,
        rss,
        threads,
        files,
        share.entries(),
        share.bytes(),
        share.journal(),
        share.log());
  }

  static String header() {
    return "minute,process,pid,heap,rss,threads,files,entries,bytes,journal,log";
  }

  private static long heap(long pid) {
    String histogram =
        Commands.run(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            "" + pid,
            "GC.class_histogram");
    return histogram
        .lines()
        .filter(line -> line.startsWith("Total"))
        .mapToLong(line -> Long.parseLong(line.strip().split("\\s+", -1)[2]))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no histogram of " + pid + ": " + histogram));
  }

  private static long rss(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", "" + pid, "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> KIB * Long.parseLong(line.split("\\s+", -1)[1]))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long count(long pid, String what) {
    try (Stream<Path> all = Files.list(Path.of("/proc", "" + pid, what))) {
      return all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(Reading::sizeOf).sum();
    }
  }

  /** A file of the journal may be removed at any moment. */
  private static long sizeOf(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private static String metrics(URI address) {
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + address, e);
    }
  }

  private static long metric(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no metric " + name));
  }
}
