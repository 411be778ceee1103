package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fast senders, a receiver that takes nothing for long, and {@code kill -9} of two peers one after
 * the other: the senders wait, and every message arrives exactly once, in order.
 */
class FloodSystemTest {
  private static final int SENDERS = 3;
  private static final int NUMBERS = 20_000;
  private static final int BOUND = 1_000;

  @TempDir private Path folder;

  @Test
  void sendersWaitForTheirReceiverThroughDeathsOfPeers() throws Exception {
    Path jar = ProgramJar.of("Flood", folder);
    try (LocalMeshOfProcesses mesh = new LocalMeshOfProcesses(folder).start(3);
        RunningProgram program = mesh.begin(jar, line -> {}, "3", "" + SENDERS, "" + NUMBERS)) {
      awaitSent(program, BOUND - 100);
      mesh.kill(1);
      mesh.startPeer();
      assertThat(mesh.leverage("ps", "--peer", mesh.addressOf(0)).exit()).isZero();
      mesh.kill(2);
      awaitClaims(mesh);
      assertThat(sent(program)).as("%s", program.lines()).allMatch(sent -> sent <= BOUND);
      program.type("open");
      assertThat(program.awaitLine("flood: ")).isEqualTo("lost=0 doubled=0");
      assertThat(program.exit()).isZero();
    }
  }

  /** Waits until all senders have got as far as they may. */
  private static void awaitSent(RunningProgram program, int count) {
    LocalMeshOfProcesses.eventually(
        "each sender has sent " + count,
        () -> sent(program).stream().filter(sent -> sent == count).count() == SENDERS);
  }

  /** Waits until no thread belongs to a peer that died. */
  private static void awaitClaims(LocalMeshOfProcesses mesh) {
    LocalMeshOfProcesses.eventually(
        "all threads run again",
        () -> {
          String list = mesh.leverage("ps", "--peer", mesh.addressOf(0), "--json").out();
          return !list.contains(mesh.addressOf(1)) && !list.contains(mesh.addressOf(2));
        });
  }

  private static List<Integer> sent(RunningProgram program) {
    return program.lines().stream()
        .filter(line -> line.startsWith("sent "))
        .map(line -> Integer.parseInt(line.split(" ")[2]))
        .toList();
  }
}
