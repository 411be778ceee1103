package io.leverage.faults.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A mesh that works for long while one of its peers is killed each minute and started again: what
 * the program did must add up, and nothing may grow.
 *
 * <p>Two programs run. One keeps its virtual computer, and its threads, from the beginning to the
 * end. The other opens a virtual computer each minute, and closes it after the next death, when
 * everything that it did has been checked. Then all processes are looked at. The first peer is
 * never killed, as a process that does not get old shows no leak; of the others it is each one's
 * turn, so that in each minute there are as many of each age.
 */
public final class LongRun {
  private static final int PEERS = 4;
  private static final int COPIES = 2;
  private static final int SHORT_WORKERS = 2;
  private static final int PROGRESS = 4;
  private static final int TABLE_EVERY = 10;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How long after its end nothing of a virtual computer is there any more. */
  private static final Duration SWEPT = Duration.ofSeconds(5);

  private final Duration length;
  private final Path folder;
  private final Consumer<String> print;
  private final Growth growth = new Growth();
  private int kills;

  /** Prepares a run; what it does is printed. */
  public LongRun(Duration length, Path folder, Consumer<String> print) {
    this.length = length;
    this.folder = folder;
    this.print = print;
  }

  /**
   * What became of a run.
   *
   * @param minutes how long it took
   * @param kills how many peers were killed
   * @param violations of what must hold
   * @param heapGrowth the greatest of all heaps', as a share
   * @param storeGrowth of entries or bytes
   * @param isFlat whether nothing grows
   * @param table of all measures
   */
  public record Outcome(
      long minutes,
      int kills,
      int violations,
      double heapGrowth,
      double storeGrowth,
      boolean isFlat,
      String table) {
    /** Whether nothing was violated, and nothing grows. */
    public boolean isGood() {
      return violations == 0 && isFlat;
    }

    /** Gets a line for machines. */
    public String lastLine() {
      return String.format(
          Locale.ROOT,
          "soak: minutes=%d kills=%d violations=%d heap-growth=%.1f%% store-growth=%.1f%%",
          minutes,
          kills,
          violations,
          100 * heapGrowth,
          100 * storeGrowth);
    }
  }

  /** Runs it. */
  public Outcome run() {
    Path jar = ProgramJar.make("Workload", folder);
    Jvm jvm = Jvm.prepare(folder);
    Path samples = folder.resolve("samples.csv");
    append(samples, List.of(Reading.header()));
    print.accept("each minute's figures are in " + samples);
    long begun = System.nanoTime();
    int violations = 0;
    try (Network network = new Loopback();
        PeerMesh mesh = new PeerMesh(jvm, network, folder, MeshOptions.of(PEERS, COPIES))) {
      mesh.start();
      List<String> addresses = new ArrayList<>(mesh.addresses());
      Collections.rotate(addresses, -1); // a peer that dies is asked first, and so deploys
      try (Program steady = new Program(jvm, network, folder, jar, addresses, PEERS);
          Program brief = new Program(jvm, network, folder, jar, addresses, SHORT_WORKERS)) {
        mesh.withEvidence(() -> soak(mesh, steady, brief, samples));
      }
    } catch (Violation | UncheckedIOException | IllegalStateException violation) {
      violations++;
      print.accept("VIOLATION: " + violation.getMessage() + "; see the logs in " + folder);
    }
    return new Outcome(
        Duration.ofNanos(System.nanoTime() - begun).toMinutes(),
        kills,
        violations,
        growth.ofHeaps(),
        growth.ofStore(),
        growth.isFlat(),
        growth.table());
  }

  private void soak(PeerMesh mesh, Program steady, Program brief, Path samples) {
    steady.round(0);
    steady.awaitProgress(PROGRESS);
    long begun = System.nanoTime();
    int minute = 0;
    do {
      long minuteBegun = System.nanoTime();
      brief.round(minute);
      brief.awaitProgress(PROGRESS);
      mesh.awaitSettled();
      PeerProcess victim = mesh.peer(1 + minute % (PEERS - 1));
      victim.kill();
      kills++;
      mesh.restart(victim);
      mesh.awaitWhole();
      steady.awaitProgress(PROGRESS);
      brief.awaitProgress(PROGRESS);
      brief.startOne(minute);
      expectRight(brief.audit());
      mesh.awaitSettled();
      minute++;
      look(minute, mesh, steady, samples);
      Wait.pass(MINUTE.minusNanos(System.nanoTime() - minuteBegun));
    } while (System.nanoTime() - begun < length.toNanos());
    expectRight(steady.audit());
    mesh.peers().forEach(peer -> Residue.check(peer, true));
  }

  private static void expectRight(String audit) {
    if (!audit.startsWith("right")) {
      throw new Violation(audit);
    }
  }

  private void look(int minute, PeerMesh mesh, Program steady, Path samples) {
    for (PeerProcess peer : mesh.peers()) {
      if (!Wait.until(PATIENCE, () -> peer.workers().size() <= 1)) {
        throw new Violation("peer " + peer.machine() + " keeps a worker of a closed computer");
      }
    }
    Wait.pass(SWEPT);
    List<Reading> readings = new ArrayList<>();
    for (PeerProcess peer : mesh.peers()) {
      boolean spared = peer == mesh.peer(0);
      String name = "peer " + peer.machine();
      readings.add(
          Reading.of(
              name, spared ? Growth.SPARED : Growth.KILLED, peer.pid(), Reading.share(peer)));
      peer.workers().stream()
          .min(Comparator.comparing(ProcessHandle::pid))
          .ifPresent(
              worker ->
                  readings.add(
                      Reading.of(
                          name + "'s worker",
                          spared ? Growth.SPARED_WORKER : Growth.KILLED_WORKER,
                          worker.pid(),
                          Reading.Share.NONE)));
    }
    readings.add(Reading.of("program", Growth.PROGRAM, steady.pid(), Reading.Share.NONE));
    growth.add(readings);
    append(samples, readings.stream().map(reading -> reading.csv(minute)).toList());
    print.accept(
        String.format(
            Locale.ROOT,
            "minute %d: %d kills, all right; %d processes, heaps of %d MiB, %d entries",
            minute,
            kills,
            readings.size(),
            readings.stream().mapToLong(Reading::heap).sum() >> 20,
            readings.stream().mapToLong(reading -> reading.share().entries()).sum()));
    if (minute % TABLE_EVERY == 0) {
      print.accept(growth.table());
    }
  }

  private static void append(Path file, List<String> lines) {
    try {
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
