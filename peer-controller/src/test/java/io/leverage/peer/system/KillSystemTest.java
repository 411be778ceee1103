package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three peers, a program with numbered messages and as many increments of a global, and {@code kill
 * -9} of a random worker peer at a random moment: every number counts exactly once.
 *
 * <p>{@code mvn -Dtest=KillSystemTest -Dleverage.rounds=20 -Dleverage.numbers=10000 verify} is the
 * campaign: each round goes from a seed of its own, the first from {@code -Dleverage.seed}.
 */
class KillSystemTest {
  private static final int CLERKS = 4;
  private static final int NUMBERS = Integer.getInteger("leverage.numbers", 2_000) / CLERKS;
  private static final int REPORTS = CLERKS * ((NUMBERS + 9) / 10);

  @TempDir private Path folder;

  @Test
  void nothingIsLostAndNothingHappensTwice() throws Exception {
    int rounds = Integer.getInteger("leverage.rounds", 1);
    long seed = Long.getLong("leverage.seed", 1);
    Path jar = ProgramJar.of("Ledger", folder);
    for (int round = 0; round < rounds; round++) {
      round(jar, seed + round);
    }
  }

  private void round(Path jar, long seed) throws IOException, InterruptedException {
    Random random = new Random(seed);
    int victim = 1 + random.nextInt(2);
    int moment = 1 + random.nextInt(REPORTS - 1);
    Path data = Files.createDirectories(folder.resolve("round-" + seed));
    try (LocalMeshOfProcesses mesh = new LocalMeshOfProcesses(data).start(3)) {
      AtomicInteger progress = new AtomicInteger();
      List<String> lines =
          mesh.run(
              jar,
              line -> {
                if (line.startsWith("progress") && progress.incrementAndGet() == moment) {
                  mesh.kill(victim);
                }
              },
              "3",
              "" + CLERKS,
              "" + NUMBERS);
      assertThat(lines.get(lines.size() - 1))
          .as(
              "seed %d: killed peer %d at report %d of %d; %s",
              seed, victim, moment, REPORTS, mesh.logs())
          .isEqualTo(Ledgers.allRight(CLERKS, NUMBERS));
    }
  }
}
