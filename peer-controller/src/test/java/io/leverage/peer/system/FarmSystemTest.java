package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand tasks of an executor service, and {@code kill -9} of a worker peer among them: each
 * result is right, each effect there once, and those that wait for ever hold up no other.
 */
class FarmSystemTest {
  private static final int TASKS = 2_000;

  @TempDir private Path folder;

  @Test
  void everyTaskCountsOnce() throws Exception {
    Path jar = ProgramJar.of("Farming", folder);
    try (LocalMeshOfProcesses mesh = new LocalMeshOfProcesses(folder).start(3)) {
      AtomicInteger progress = new AtomicInteger();
      List<String> lines =
          mesh.run(
              jar,
              line -> {
                if (line.startsWith("progress") && progress.incrementAndGet() == 4) {
                  mesh.kill(1);
                }
              },
              "3",
              "" + TASKS);
      assertThat(lines.get(lines.size() - 1))
          .as(mesh.logs())
          .isEqualTo("farm: wrong=0 cancelled=5 counted=20");
      assertThat(mesh.logs()).as("what peers and workers log").doesNotContain("DEBUG ");
    }
  }
}
