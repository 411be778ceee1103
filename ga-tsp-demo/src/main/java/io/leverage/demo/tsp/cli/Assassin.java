package io.leverage.demo.tsp.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Kills the busiest peer, says what was lost, and waits until its virtual threads have resumed on
 * others.
 */
final class Assassin {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final DemoMesh mesh;
  private final PrintStream out;
  private int killed;
  private int resumed;

  Assassin(DemoMesh mesh, PrintStream out) {
    this.mesh = mesh;
    this.out = out;
  }

  /** Counts the peers that were killed. */
  int killed() {
    return killed;
  }

  /** Counts the virtual threads that have resumed elsewhere. */
  int resumed() {
    return resumed;
  }

  /**
   * Kills one peer.
   *
   * @return when its threads have resumed
   */
  Void strike() throws IOException, InterruptedException, DemoException {
    List<ThreadView> threads = mesh.threads();
    String victim = choose(threads);
    long now = System.nanoTime();
    long pid = mesh.kill(victim);
    killed++;
    List<ThreadView> orphans = new ArrayList<>(threads);
    orphans.removeIf(thread -> !thread.owner().equals(victim) || thread.ended());
    say(
        "kill -9 %d: the peer %s is dead; %d virtual threads ran there",
        pid, victim, orphans.size());
    for (ThreadView orphan : orphans) {
      say(
          "  %s: its last checkpoint, number %d, is %s old; what it did since is lost",
          orphan.name(), orphan.sequence(), seconds(orphan.secondsSinceCommit()));
    }
    awaitResumption(orphans, now);
    return null;
  }

  private String choose(List<ThreadView> threads) throws DemoException {
    return mesh.names().stream()
        .filter(name -> !name.equals(mesh.first()))
        .max(Comparator.comparingLong(name -> load(name, threads)))
        .orElseThrow(() -> new DemoException("no peer is left to kill"));
  }

  private static long load(String peer, List<ThreadView> threads) {
    return threads.stream().filter(t -> t.owner().equals(peer) && !t.ended()).count();
  }

  private void awaitResumption(List<ThreadView> orphans, long since)
      throws IOException, InterruptedException, DemoException {
    List<ThreadView> waiting = new ArrayList<>(orphans);
    while (!waiting.isEmpty() && System.nanoTime() - since < PATIENCE_NANOS) {
      for (ThreadView thread : mesh.threads()) {
        waiting.removeIf(orphan -> hasResumed(orphan, thread, since));
      }
      if (!waiting.isEmpty()) {
        mesh.pause();
      }
    }
    if (!waiting.isEmpty()) {
      throw new DemoException("not resumed after two minutes: " + waiting);
    }
  }

  private boolean hasResumed(ThreadView orphan, ThreadView thread, long since) {
    if (!thread.thread().equals(orphan.thread())) {
      return false;
    }
    if (thread.resumedSince(orphan)) {
      resumed++;
      say(
          "  %s resumed on %s, seen %s after the kill",
          thread.name(),
          thread.owner().isEmpty() ? "another peer" : thread.owner(),
          seconds((System.nanoTime() - since) / 1e9));
      return true;
    }
    // It had already ended when its peer died.
    return thread.ended();
  }

  private static String seconds(double seconds) {
    return seconds < 0 ? "an unknown time" : String.format(Locale.ROOT, "%.1f s", seconds);
  }

  private void say(String pattern, Object... values) {
    out.printf(Locale.ROOT, pattern + "%n", values);
    out.flush();
  }
}
