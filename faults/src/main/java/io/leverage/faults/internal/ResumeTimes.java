package io.leverage.faults.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How long it takes until a thread goes on, in the middle of its method, after its peer has failed:
 * from the failure to the first result that its next incarnation reports to the program.
 *
 * <p>The thread reports every 50 ms. The longest gap between two reports around the failure ends
 * with the first one of the next incarnation.
 */
public final class ResumeTimes {
  private static final int PEERS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How a peer fails. */
  private interface Failure {
    void inject(PeerProcess owner);

    void undo(PeerProcess owner, PeerMesh mesh);
  }

  private final int count;
  private final Path folder;
  private final List<String> kinds;
  private final Consumer<String> print;
  private final Consumer<String> progress;

  /**
   * Prepares the measurement.
   *
   * @param count how often each failure is injected
   * @param folder for the files of the peers
   * @param kinds the failures' names; empty for all
   * @param print takes the table
   * @param progress takes each time
   */
  public ResumeTimes(
      int count,
      Path folder,
      List<String> kinds,
      Consumer<String> print,
      Consumer<String> progress) {
    this.count = count;
    this.folder = folder;
    this.kinds = kinds;
    this.print = print;
    this.progress = progress;
  }

  /** Measures, and prints a table. */
  public void run() {
    Path jar = ProgramJar.make("Ticker", folder);
    Jvm jvm = Jvm.prepare(folder);
    boolean root = Namespaces.canBeMade();
    print.accept("| failure | median | worst | of |");
    print.accept("|---|---|---|---|");
    try (Network network = root ? Namespaces.of(PEERS + 1) : new Loopback()) {
      measure("kill -9", jvm, network, jar, new Kill());
      measure("SIGSTOP", jvm, network, jar, new Freeze());
      if (root) {
        measure("cut cable", jvm, network, jar, new Cut(network));
      } else {
        print.accept("| cut cable | needs root | | |");
      }
    }
  }

  private void measure(String name, Jvm jvm, Network network, Path jar, Failure failure) {
    if (!kinds.isEmpty() && !kinds.contains(name)) {
      return;
    }
    Path files = folder.resolve(name.replace(' ', '-'));
    List<Long> times = new ArrayList<>();
    try (PeerMesh mesh = new PeerMesh(jvm, network, files, MeshOptions.of(PEERS, 2))) {
      mesh.start();
      try (Program program = new Program(jvm, network, files, jar, mesh.addresses(), PEERS)) {
        for (int i = 0; i < count; i++) {
          mesh.withEvidence(() -> times.add(once(mesh, program, failure)));
          progress.accept(
              String.format(
                  Locale.ROOT,
                  "%s %d of %d: %.2f s",
                  name,
                  times.size(),
                  count,
                  times.get(times.size() - 1) / 1e9));
        }
      }
    }
    times.sort(null);
    print.accept(
        String.format(
            Locale.ROOT,
            "| %s | %.2f s | %.2f s | %d |",
            name,
            times.get(times.size() / 2) / 1e9,
            times.get(times.size() - 1) / 1e9,
            times.size()));
  }

  private static long once(PeerMesh mesh, Program program, Failure failure) {
    mesh.awaitSettled();
    program.awaitTicks(5);
    PeerProcess owner = mesh.owner("ticker");
    long epoch = owner.log().epoch("ticker");
    var unused = program.takeTicks();
    long begun = System.nanoTime();
    failure.inject(owner);
    boolean taken = Wait.until(PATIENCE, () -> mesh.owner("ticker").log().epoch("ticker") > epoch);
    if (!taken) {
      throw new Violation("nobody took the thread");
    }
    program.awaitTicks(2);
    long time = endOfLongestGap(program.takeTicks()) - begun;
    failure.undo(owner, mesh);
    mesh.awaitWhole();
    return time;
  }

  private static long endOfLongestGap(List<Long> ticks) {
    long longest = 0;
    long end = ticks.isEmpty() ? System.nanoTime() : ticks.get(0);
    for (int i = 1; i < ticks.size(); i++) {
      if (ticks.get(i) - ticks.get(i - 1) > longest) {
        longest = ticks.get(i) - ticks.get(i - 1);
        end = ticks.get(i);
      }
    }
    return end;
  }

  private static final class Kill implements Failure {
    @Override
    public void inject(PeerProcess owner) {
      owner.kill();
    }

    @Override
    public void undo(PeerProcess owner, PeerMesh mesh) {
      mesh.restart(owner);
    }
  }

  private static final class Freeze implements Failure {
    @Override
    public void inject(PeerProcess owner) {
      owner.freeze(true);
    }

    @Override
    public void undo(PeerProcess owner, PeerMesh mesh) {
      owner.thaw();
    }
  }

  private record Cut(Network network) implements Failure {
    @Override
    public void inject(PeerProcess owner) {
      network.cut(owner.machine());
    }

    @Override
    public void undo(PeerProcess owner, PeerMesh mesh) {
      network.heal();
    }
  }
}
