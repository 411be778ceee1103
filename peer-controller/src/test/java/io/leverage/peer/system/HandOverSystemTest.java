package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGTERM to the peer that deploys, runs threads and has the program's link: it captures its
 * threads, gives them to the others and leaves nothing behind; every number counts exactly once.
 */
class HandOverSystemTest {
  private static final int CLERKS = 3;
  private static final int NUMBERS = 300;

  @TempDir private Path folder;

  @Test
  void aPeerThatIsToldToEndHandsEverythingOver() throws Exception {
    Path jar = ProgramJar.of("Ledger", folder);
    try (LocalMeshOfProcesses mesh = new LocalMeshOfProcesses(folder).start(3)) {
      List<String> lines =
          mesh.run(
              jar, Ledgers.atReport(20, () -> mesh.terminate(0)), "3", "" + CLERKS, "" + NUMBERS);
      mesh.awaitEnd(0);
      assertThat(lines.get(lines.size() - 1))
          .as(mesh.logs())
          .isEqualTo(Ledgers.allRight(CLERKS, NUMBERS));
      assertThat(mesh.log(0))
          .contains("hands it to")
          .doesNotContain("could not be captured")
          .doesNotContainPattern("(?m)^[0-9:.]+ (WARN|ERROR)");
      assertThat(mesh.log(1) + mesh.log(2)).doesNotContain("was lost");
      assertThat(mesh.data(0).resolve("state")).isDirectoryNotContaining("glob:**.journal");
    }
  }
}
