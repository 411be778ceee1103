package io.leverage.demo.tsp.cli;

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
  private static final long HESITATION_NANOS = 10_000_000_000L;

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
   * @return nothing, when its threads have resumed
   */
  Void strike() throws InterruptedException, DemoException {
    long asked = System.nanoTime();
    List<ThreadView> threads = mesh.threads();
    String victim = choose(threads);
    // Right after the start or a recovery, all threads may be elsewhere: a kill would show nothing.
    while (load(victim, threads) == 0 && System.nanoTime() - asked < HESITATION_NANOS) {
      mesh.pause();
      threads = mesh.threads();
      victim = choose(threads);
    }
    kill(victim, threads);
    return null;
  }

  private void kill(String victim, List<ThreadView> threads)
      throws InterruptedException, DemoException {
    long seen = System.nanoTime();
    long pid = mesh.kill(victim);
    long died = System.nanoTime();
    killed++;
    List<ThreadView> orphans =
        threads.stream().filter(thread -> isRunning(thread, victim)).toList();
    say(
        "kill -9 %d: peer %s is dead, and %d of %d islands with it",
        pid, victim, orphans.size(), threads.size());
    for (ThreadView orphan : orphans) {
      double age = orphan.secondsSinceCommit();
      say(
          "  %s loses what it did since checkpoint %d: %s",
          orphan.name(),
          orphan.sequence(),
          age < 0 ? "an unknown time" : seconds(age + secondsSince(seen)));
    }
    awaitResumption(orphans, died);
  }

  /** Chooses the peer that runs most; the first peer serves the program and stays. */
  private String choose(List<ThreadView> threads) throws DemoException {
    return mesh.names().stream()
        .filter(name -> !name.equals(mesh.first()))
        .max(Comparator.comparingLong(name -> load(name, threads)))
        .orElseThrow(() -> new DemoException("no peer is left to kill"));
  }

  private static long load(String peer, List<ThreadView> threads) {
    return threads.stream().filter(thread -> isRunning(thread, peer)).count();
  }

  private static boolean isRunning(ThreadView thread, String peer) {
    return thread.owner().equals(peer) && !thread.ended();
  }

  private void awaitResumption(List<ThreadView> orphans, long died)
      throws InterruptedException, DemoException {
    List<ThreadView> waiting = new ArrayList<>(orphans);
    while (!waiting.isEmpty() && System.nanoTime() - died < PATIENCE_NANOS) {
      for (ThreadView thread : mesh.threads()) {
        waiting.removeIf(orphan -> hasResumed(orphan, thread, died));
      }
      if (!waiting.isEmpty()) {
        mesh.pause();
      }
    }
    if (!waiting.isEmpty()) {
      throw new DemoException(
          waiting.size()
              + " islands have not resumed after two minutes, such as "
              + waiting.get(0));
    }
  }

  private boolean hasResumed(ThreadView orphan, ThreadView thread, long died) {
    if (!thread.thread().equals(orphan.thread())) {
      return false;
    }
    if (thread.resumedSince(orphan)) {
      resumed++;
      say(
          "  %s goes on at %s, %s after the kill",
          thread.name(),
          thread.owner().isEmpty() ? "another peer" : thread.owner(),
          seconds(secondsSince(died)));
      return true;
    }
    // It had already ended when its peer died.
    return thread.ended();
  }

  private static double secondsSince(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  private void say(String pattern, Object... values) {
    out.printf(Locale.ROOT, pattern + "%n", values);
    out.flush();
  }
}
