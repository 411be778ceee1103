package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the peer that a program is attached to, which deploys its virtual computer,
 * too: another peer takes the deployer's role, the program goes on through another, and every
 * number counts exactly once.
 */
class TakeOverSystemTest {
  private static final int CLERKS = 3;
  private static final int NUMBERS = 400;

  @TempDir private Path folder;

  @Test
  void theDeployersPeerDiesAndThenTheOneThatTookItsRole() throws Exception {
    Path jar = ProgramJar.of("Ledger", folder);
    try (LocalMeshOfProcesses mesh = new LocalMeshOfProcesses(folder).start(4)) {
      List<String> lines =
          mesh.run(
              jar,
              Ledgers.atReport(20, () -> mesh.kill(0))
                  .andThen(Ledgers.atReport(60, () -> mesh.kill(newDeployer(mesh)))),
              "3",
              "" + CLERKS,
              "" + NUMBERS);
      assertThat(lines.get(lines.size() - 1))
          .as(mesh.logs())
          .isEqualTo(Ledgers.allRight(CLERKS, NUMBERS));
    }
  }

  private static int newDeployer(LocalMeshOfProcesses mesh) {
    LocalMeshOfProcesses.eventually("there is one", () -> deployers(mesh).count() == 1);
    return deployers(mesh).findFirst().orElseThrow();
  }

  private static Stream<Integer> deployers(LocalMeshOfProcesses mesh) {
    return Stream.of(1, 2, 3).filter(peer -> mesh.log(peer).contains("this peer looks after"));
  }
}
