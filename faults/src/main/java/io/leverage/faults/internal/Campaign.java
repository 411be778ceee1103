package io.leverage.faults.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Many faults, one after the other, while a program runs; after every few of them everything that
 * it did must add up.
 *
 * <p>A <em>round</em> is one virtual computer: it is opened, some faults are injected, its threads
 * are told to end, and what they did is compared with what a single JVM does. After some rounds the
 * mesh is made anew, with another number of copies. Which faults hit whom comes from the seed; what
 * happens at the moment when they hit does not.
 */
public final class Campaign {
  private static final int FAULTS_IN_A_ROUND = 6;
  private static final int ROUNDS_OF_A_MESH = 5;
  private static final int[] COPIES = {3, 2, 4};
  private static final int PROGRESS = 4;

  /**
   * What to do.
   *
   * @param seed decides which faults hit whom
   * @param count how many faults to inject
   * @param peers the size of the mesh
   * @param kinds which faults to choose from, by their names; empty for all that can be injected
   * @param folder for the files of the peers
   * @param loopback whether to do without namespaces, even as root
   */
  public record Settings(
      long seed, int count, int peers, Set<String> kinds, Path folder, boolean loopback) {}

  private final Settings settings;
  private final Consumer<String> print;
  private final Tally tally = new Tally();
  private final Random random;
  private final boolean root;
  private FaultKind last = FaultKind.KILL;
  private int rounds;

  /** Prepares a campaign; what it does is printed. */
  public Campaign(Settings settings, Consumer<String> print) {
    this.settings = settings;
    this.print = print;
    this.random = new Random(settings.seed());
    this.root = !settings.loopback() && Namespaces.canBeMade();
  }

  /** Runs it. */
  public Tally run() {
    if (!root) {
      print.accept(
          "NOT INJECTED: cut cables, splits, one-way loss, slow links and full disks need root, and"
              + " 'ip' to make network namespaces");
    }
    if (!FakeClock.exists()) {
      print.accept("NOT INJECTED: clocks that jump need libfaketime, which is not installed");
    }
    Path jar = ProgramJar.make("Workload", settings.folder());
    Jvm jvm = Jvm.prepare(settings.folder());
    for (int mesh = 0; tally.injected() < settings.count(); mesh++) {
      Path folder = settings.folder().resolve(String.format(Locale.ROOT, "mesh-%03d", mesh));
      try (Network network = root ? Namespaces.of(settings.peers() + 1) : new Loopback()) {
        runMesh(jvm, network, jar, folder, COPIES[mesh % COPIES.length]);
      }
    }
    return tally;
  }

  @SuppressWarnings("try") // the disks are only held
  private void runMesh(Jvm jvm, Network network, Path jar, Path folder, int copies) {
    try (Disks disks = new Disks(folder, root ? settings.peers() : 0);
        PeerMesh mesh =
            new PeerMesh(
                jvm,
                network,
                folder,
                new MeshOptions(settings.peers(), copies, false, isPossible(FaultKind.CLOCK)))) {
      mesh.start();
      try (Program program =
          new Program(jvm, network, folder, jar, mesh.addresses(), settings.peers())) {
        Injector injector = new Injector(mesh, network, random);
        for (int i = 0; i < ROUNDS_OF_A_MESH && tally.injected() < settings.count(); i++) {
          boolean end = i == ROUNDS_OF_A_MESH - 1;
          mesh.withEvidence(
              () -> {
                round(mesh, program, injector, copies);
                mesh.peers().forEach(peer -> Residue.check(peer, end));
              });
        }
      }
    } catch (Violation | UncheckedIOException violation) {
      tally.violated(last);
      print.accept(
          "VIOLATION after "
              + last
              + ": "
              + violation.getMessage()
              + "; see the logs in "
              + folder);
      return;
    }
    forget(folder);
  }

  private void round(PeerMesh mesh, Program program, Injector injector, int copies) {
    long seed = random.nextLong();
    StringBuilder faults = new StringBuilder();
    long begun = System.nanoTime();
    String computer = program.round(seed);
    program.awaitProgress(PROGRESS);
    for (int fault = 0; fault < FAULTS_IN_A_ROUND; fault++) {
      last = choose(copies);
      prepare(mesh, last);
      if (injector.inject(last, computer)) {
        tally.injected(last);
        faults.append(' ').append(last);
      }
      mesh.awaitWhole();
      program.awaitProgress(PROGRESS);
      if (random.nextInt(3) == 0) {
        program.startOne(random.nextInt(1000));
      }
    }
    mesh.awaitSettled();
    String audit = program.audit();
    print.accept(
        String.format(
            Locale.ROOT,
            "round %d: %d copies,%s: %s (%d s, %d faults so far)",
            rounds++,
            copies,
            faults,
            audit,
            Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
            tally.injected()));
    if (!audit.startsWith("right")) {
      throw new Violation(audit);
    }
  }

  /** Waits until the mesh can bear the fault. */
  private static void prepare(PeerMesh mesh, FaultKind kind) {
    if (kind.deaths() != 0 || kind == FaultKind.KILL_ALL) {
      mesh.awaitSettled();
    }
  }

  private FaultKind choose(int copies) {
    Set<FaultKind> possible = EnumSet.noneOf(FaultKind.class);
    for (FaultKind kind : FaultKind.values()) {
      if (isPossible(kind) && kind.deaths() < copies) {
        possible.add(kind);
      }
    }
    List<FaultKind> all =
        possible.stream()
            .flatMap(kind -> java.util.Collections.nCopies(kind.weight(), kind).stream())
            .toList();
    return all.get(random.nextInt(all.size()));
  }

  private boolean isPossible(FaultKind kind) {
    boolean wanted = settings.kinds().isEmpty() || settings.kinds().contains(kind.name());
    return wanted && (root || !kind.needsRoot()) && (kind != FaultKind.CLOCK || FakeClock.exists());
  }

  private static void forget(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
