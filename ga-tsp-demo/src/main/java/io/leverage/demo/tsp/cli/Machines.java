package io.leverage.demo.tsp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Machines of different speeds, emulated on this one: control groups of Linux with a quota of
 * processor time, which is enforced in short periods. Where there are none, or they may not be
 * made, all machines are as fast as this one.
 */
final class Machines implements AutoCloseable {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");

  /** Short, lest a machine that computes seem dead to the others for most of a period. */
  private static final int PERIOD_MICROS = 8_000;

  private final List<Path> groups = new ArrayList<>();
  private final boolean newer;
  private final boolean throttled;

  private Machines(boolean newer, boolean throttled) {
    this.newer = newer;
    this.throttled = throttled;
  }

  /** Finds out what this machine allows. */
  static Machines open() {
    boolean newer = Files.exists(ROOT.resolve("cgroup.controllers"));
    Machines machines = new Machines(newer, true);
    try {
      machines.make("probe-" + ProcessHandle.current().pid(), 50);
      machines.close();
      return new Machines(newer, true);
    } catch (IOException e) {
      machines.close();
      return new Machines(newer, false);
    }
  }

  boolean areThrottled() {
    return throttled;
  }

  /**
   * Makes a machine.
   *
   * @param percent of one processor that it has
   * @return how a command is to be prefixed to run on it
   */
  List<String> make(String name, int percent) throws IOException {
    if (!throttled) {
      return List.of();
    }
    Path group = (newer ? ROOT : ROOT.resolve("cpu")).resolve("leverage-" + name);
    Files.createDirectories(group);
    groups.add(group);
    int quota = PERIOD_MICROS * percent / 100;
    if (newer) {
      Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
      favour(group.resolve("cpu.weight"), 10_000);
    } else {
      Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
      Files.writeString(group.resolve("cpu.cfs_quota_us"), Integer.toString(quota));
      favour(group.resolve("cpu.shares"), 200_000);
    }
    return List.of(
        "sh", "-c", "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"", "sh");
  }

  /** A quota is only a limit: what else runs here should not take from it. */
  private static void favour(Path file, int weight) throws IOException {
    Files.writeString(file, Integer.toString(weight));
  }

  /** Gets how often a machine had to wait for its next period, of how many; for the report. */
  Optional<String> throttling(int machine) {
    try {
      return machine < groups.size()
          ? Optional.of(
              Files.readString(groups.get(machine).resolve("cpu.stat")).strip().replace('\n', ' '))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    for (Path group : groups) {
      try {
        Files.deleteIfExists(group); // only works, and only matters, when its processes ended
      } catch (IOException e) {
        System.err.printf(Locale.ROOT, "experiment: %s remains: %s%n", group, e.getMessage());
      }
    }
    groups.clear();
  }
}
