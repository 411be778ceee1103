package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks over real peers, with {@code kill -9} of one while threads hold and wait. */
class LockSystemTest {
  private static final int THREADS = 6;
  private static final int TIMES = 40;

  @TempDir private Path folder;

  @Test
  void oneAtATimeWhoeverDies() throws Exception {
    Path jar = ProgramJar.of("Locking", folder);
    try (LocalMeshOfProcesses mesh = new LocalMeshOfProcesses(folder).start(3)) {
      AtomicInteger progress = new AtomicInteger();
      List<String> lines =
          mesh.run(
              jar,
              line -> {
                if (line.startsWith("progress")
                    && progress.incrementAndGet() == THREADS * TIMES / 3) {
                  mesh.kill(1);
                }
              },
              "" + THREADS,
              "" + TIMES);
      assertThat(lines).as(mesh.logs()).contains("count " + THREADS * TIMES);
      assertThat(lines)
          .containsOnlyOnce("one: done")
          .containsOnlyOnce(
              "two: deadlock: two waits for lock left, which one holds; one waits for lock right,"
                  + " which two holds");
      assertThat(lines).contains("token 2");
      assertThat(lines)
          .anyMatch(line -> line.matches("stranger: .*stranger does not hold lock kept of .*"));
    }
  }
}
