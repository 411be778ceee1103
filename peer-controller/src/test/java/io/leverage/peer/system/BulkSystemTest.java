package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thread with a large array that changes little: its checkpoints send and store little, and after
 * {@code kill -9} of its peer it goes on with the array as it was.
 */
class BulkSystemTest {
  private static final int SIZE = 1 << 24;
  private static final int CHANGES = 32;

  @TempDir private Path folder;

  @Test
  void aLargeStateIsStoredOnceAndGoesOnAfterAKill() throws Exception {
    Path jar = ProgramJar.of("Bulky", folder);
    try (LocalMeshOfProcesses mesh = new LocalMeshOfProcesses(folder).start(3)) {
      AtomicInteger progress = new AtomicInteger();
      AtomicLong journals = new AtomicLong();
      List<String> lines =
          mesh.run(
              jar,
              line -> {
                if (line.startsWith("progress") && progress.incrementAndGet() == CHANGES / 2) {
                  journals.set(bytes(mesh.data(0)) + bytes(mesh.data(1)) + bytes(mesh.data(2)));
                  mesh.kill(owner(mesh));
                }
              },
              "" + SIZE,
              "" + CHANGES);
      assertThat(lines).as(mesh.logs()).contains("bulk: wrong=0");
      assertThat(progress.get()).isEqualTo(CHANGES);
      assertThat(journals.get()).isPositive().isLessThan(8L * SIZE);
    }
  }

  /** Finds the peer that runs the thread, or one that has no client. */
  private static int owner(LocalMeshOfProcesses mesh) {
    return mesh.log(2).contains("bulk") ? 2 : 1;
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(BulkSystemTest::size).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) { // it was removed meanwhile
      return 0;
    }
  }
}
