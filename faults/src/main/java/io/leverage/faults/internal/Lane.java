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
 * One mesh after the other, with faults.
 *
 * <p>A <em>round</em> is one virtual computer: it is opened, some faults are injected, its threads
 * are told to end, and what they did is compared with what a single JVM does. After some rounds the
 * mesh is made anew, with another number of copies.
 */
final class Lane implements Runnable {
  private static final int FAULTS_IN_A_ROUND = 6;
  private static final int ROUNDS_OF_A_MESH = 5;
  private static final int[] COPIES = {3, 2, 4};
  private static final int PROGRESS = 4;
  private static final long SEEDS_APART = 1_000_003;

  private final Campaign.Settings settings;
  private final int number;
  private final int share;
  private final boolean root;
  private final Jvm jvm;
  private final Path jar;
  private final Tally tally;
  private final Consumer<String> print;
  private final Random random;
  private FaultKind last = FaultKind.KILL;
  private int injected;
  private int rounds;

  /** Prepares the faults of one of the meshes that live at once; {@code tally} is for all. */
  Lane(
      Campaign.Settings settings,
      int number,
      boolean root,
      Jvm jvm,
      Path jar,
      Tally tally,
      Consumer<String> print) {
    this.settings = settings;
    this.number = number;
    int even = settings.count() / settings.meshes();
    this.share = even + (number < settings.count() % settings.meshes() ? 1 : 0);
    this.root = root;
    this.jvm = jvm;
    this.jar = jar;
    this.tally = tally;
    this.print = print;
    this.random = new Random(settings.seed() + number * SEEDS_APART);
  }

  @Override
  public void run() {
    for (int mesh = 0; injected < share; mesh++) {
      String name = String.format(Locale.ROOT, "mesh-%d-%03d", number, mesh);
      Path folder = settings.folder().resolve(name);
      try (Network network = root ? Namespaces.of(settings.peers() + 1) : new Loopback()) {
        runMesh(network, folder, COPIES[mesh % COPIES.length]);
      }
    }
  }

  @SuppressWarnings("try") // the disks are only held
  private void runMesh(Network network, Path folder, int copies) {
    try (Disks disks = new Disks(folder, root ? settings.peers() : 0);
        PeerMesh mesh =
            new PeerMesh(
                jvm,
                network,
                folder,
                new MeshOptions(settings.peers(), copies, false, isPossible(FaultKind.CLOCK)))) {
      mesh.start();
      try (Program program =
          new Program(
              jvm,
              network,
              folder,
              jar,
              mesh.addresses(),
              settings.peers(),
              "" + settings.pause().toMillis())) {
        Injector injector = new Injector(mesh, network, random);
        for (int i = 0; i < ROUNDS_OF_A_MESH && injected < share; i++) {
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
        injected++;
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
            "mesh %d, round %d: %d copies,%s: %s (%d s, %d faults so far)",
            number,
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
