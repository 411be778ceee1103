package io.leverage.preprocessor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs do the same wherever they are captured. A campaign of more programs: {@code
 * -Dleverage.random.programs=20000 -Dleverage.random.seed=7}. A failure prints its program, shrunk;
 * {@code target/random} has each failure as soon as it is found, and how far the campaign is.
 */
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("leverage.random.programs", 200);
  private static final long SEED = Long.getLong("leverage.random.seed", 1);
  private static final int BATCH = 50;
  private static final Path REPORTS = Path.of("target", "random");

  @Test
  void doTheSameWhereverTheyAreCaptured(@TempDir Path folder) throws Exception {
    List<String> failures = new ArrayList<>();
    long captures = 0;
    for (int i = 0; i < PROGRAMS; i += BATCH) {
      List<RandomProgram> batch = new ArrayList<>();
      for (int k = i; k < Math.min(PROGRAMS, i + BATCH); k++) {
        batch.add(new RandomProgram(SEED + k));
      }
      Campaign campaign = new Campaign(folder.resolve("from" + i));
      List<String> found = campaign.run(batch);
      failures.addAll(found);
      captures += campaign.captures();
      report(SEED + i, found, failures.size(), captures);
    }
    assertThat(failures).isEmpty();
    assertThat(captures).isGreaterThan(PROGRAMS);
  }

  private static void report(long first, List<String> found, int failures, long captures)
      throws IOException {
    Files.createDirectories(REPORTS);
    if (!found.isEmpty()) {
      Files.writeString(REPORTS.resolve("from" + first + ".txt"), String.join("\n\n", found));
    }
    Files.writeString(
        REPORTS.resolve("progress-" + SEED + ".txt"),
        "random: from="
            + SEED
            + " to="
            + (first + BATCH - 1)
            + " failures="
            + failures
            + " captures="
            + captures
            + "\n");
  }
}
