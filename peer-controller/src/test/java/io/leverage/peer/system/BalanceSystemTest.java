package io.leverage.peer.system;

import static io.leverage.peer.system.LocalMeshOfProcesses.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread runs on a slow peer; a fast one joins, is enrolled, and gets the thread as it is. */
class BalanceSystemTest {
  @TempDir private Path folder;

  @Test
  void aRunningThreadMovesToAFastPeerThatJoins() throws Exception {
    Path jar = ProgramJar.of("Walker", folder);
    try (LocalMeshOfProcesses mesh = new LocalMeshOfProcesses(folder)) {
      mesh.startPeer("-Dleverage.speed=0.2");
      eventually("the slow peer is ready", () -> mesh.log(0).contains("is ready"));
      try (RunningProgram program = mesh.begin(jar, line -> {})) {
        String thread = program.awaitLine("started ");
        eventually("it runs", () -> mesh.log(0).contains(thread + " thread-claimed"));
        mesh.startPeer("-Dleverage.speed=1");
        eventually("it moves", () -> mesh.log(1).contains(thread + " thread-claimed"));
        assertThat(mesh.leverage("why", thread, "--peer", mesh.addressOf(0)).out())
            .contains(
                "moving to " + mesh.addressOf(1) + ", where it should get 5.0 times as much done");
        program.type("enough");
        assertThat(program.exit()).isZero();
        assertThat(program.lines()).contains("the result is right");
      }
    }
  }
}
