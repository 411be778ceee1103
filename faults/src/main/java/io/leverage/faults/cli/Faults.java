package io.leverage.faults.cli;

import io.leverage.faults.internal.Campaign;
import io.leverage.faults.internal.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a fault campaign: see {@code docs/faults.md}. */
public final class Faults {
  private Faults() {}

  /**
   * Runs the campaign and exits with 1 if anything was violated.
   *
   * @param args the folder for its files, then {@code name=value}: seed, count, meshes (at once),
   *     peers, pause (in milliseconds, of the program's threads), kinds (of faults, separated by
   *     commas), loopback
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> given = new HashMap<>();
    for (String argument : args) {
      String[] parts = argument.split("=", 2);
      if (parts.length == 2 && !parts[1].isEmpty()) {
        given.put(parts[0], parts[1]);
      }
    }
    long seed = Long.parseLong(given.getOrDefault("seed", "1"));
    Set<String> kinds =
        Stream.of(given.getOrDefault("kinds", "").split(",", -1))
            .filter(kind -> !kind.isEmpty())
            .collect(Collectors.toSet());
    Path folder =
        Files.createTempDirectory(
            Files.createDirectories(Path.of(args[0]).toAbsolutePath()), "campaign-");
    Campaign campaign =
        new Campaign(
            new Campaign.Settings(
                seed,
                Integer.parseInt(given.getOrDefault("count", "1000")),
                Integer.parseInt(given.getOrDefault("meshes", "1")),
                Integer.parseInt(given.getOrDefault("peers", "5")),
                Duration.ofMillis(Long.parseLong(given.getOrDefault("pause", "600"))),
                kinds,
                folder,
                Boolean.parseBoolean(given.getOrDefault("loopback", "false"))),
            System.out::println);
    Tally tally = campaign.run();
    System.out.println(tally.table());
    System.out.println(
        "faults: seed="
            + seed
            + " injected="
            + tally.injected()
            + " violations="
            + tally.violations());
    System.exit(tally.violations() == 0 ? 0 : 1);
  }
}
