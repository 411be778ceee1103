package io.leverage.preprocessor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs do the same wherever they are captured. A campaign of more programs: {@code
 * -Dleverage.random.programs=20000 -Dleverage.random.seed=7}. A failure prints its program, shrunk.
 */
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("leverage.random.programs", 200);
  private static final long SEED = Long.getLong("leverage.random.seed", 1);
  private static final int BATCH = 50;

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
      failures.addAll(campaign.run(batch));
      captures += campaign.captures();
    }
    assertThat(failures).isEmpty();
    assertThat(captures).isGreaterThan(PROGRAMS);
  }
}
