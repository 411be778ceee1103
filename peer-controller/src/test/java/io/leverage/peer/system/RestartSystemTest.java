package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All peers are killed at once, and started again on their data folders: the threads go on from
 * their last checkpoints, the program goes on, and every number counts exactly once. One of the
 * folders is damaged meanwhile.
 */
class RestartSystemTest {
  private static final int CLERKS = 3;
  private static final int NUMBERS = 300;

  @TempDir private Path folder;

  @Test
  void allPeersDieAndComeBack() throws Exception {
    Path jar = ProgramJar.of("Ledger", folder);
    try (LocalMeshOfProcesses mesh = new LocalMeshOfProcesses(folder).start(3)) {
      CompletableFuture<Void> back = new CompletableFuture<>();
      List<String> lines =
          mesh.run(
              jar,
              Ledgers.atReport(30, () -> back.completeAsync(() -> killAllAndDamageOne(mesh))),
              "3",
              "" + CLERKS,
              "" + NUMBERS);
      back.join();
      assertThat(lines.get(lines.size() - 1))
          .as(mesh.logs())
          .isEqualTo(Ledgers.allRight(CLERKS, NUMBERS));
      assertThat(mesh.log(1)).containsPattern("ERROR.*\\.journal is damaged from byte");
    }
  }

  private static Void killAllAndDamageOne(LocalMeshOfProcesses mesh) {
    for (int peer = 0; peer < 3; peer++) {
      mesh.kill(peer);
    }
    try {
      for (int peer = 0; peer < 3; peer++) {
        mesh.awaitEnd(peer);
      }
      damage(mesh.data(1).resolve("state"));
      for (int peer = 0; peer < 3; peer++) {
        mesh.restart(peer);
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Turns a few bits in the middle of the newest file. */
  private static void damage(Path state) throws IOException {
    Path newest;
    try (Stream<Path> files = Files.list(state)) {
      newest =
          files
              .filter(file -> file.toString().endsWith(".journal"))
              .max(java.util.Comparator.naturalOrder())
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(newest);
    for (int at = bytes.length / 3; at < bytes.length / 3 + 1000; at++) {
      bytes[at] ^= 0x55;
    }
    Files.write(newest, bytes);
  }
}
