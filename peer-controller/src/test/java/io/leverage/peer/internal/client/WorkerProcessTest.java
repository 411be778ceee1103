package io.leverage.peer.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.GlobalVariable;
import io.leverage.RefusedException;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import io.leverage.peer.Peer;
import io.leverage.peer.PeerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import program.Adding;
import program.Counting;
import program.Receiving;
import program.Script;
import program.Sending;

/** A program whose virtual threads run in a worker process that gets its classes by content. */
@Timeout(120)
class WorkerProcessTest {
  @TempDir Path folder;
  private Peer peer;
  private VirtualComputer computer;

  @BeforeEach
  void open() throws Exception {
    System.setProperty("leverage.home", folder.resolve("home").toString());
    System.setProperty(ProgramFiles.JARS, program().toString());
    peer = Peer.start(PeerOptions.ofDefaults().withNobody().withData(folder.resolve("data")));
    computer = VirtualComputer.builder().peer(peer.address().toString()).open();
  }

  @AfterEach
  void close() {
    computer.close();
    peer.close();
    System.clearProperty(ProgramFiles.JARS);
  }

  private Path program() throws IOException {
    Path classes = Path.of("target", "test-classes", "program");
    Path copy = Files.createDirectories(folder.resolve("classes").resolve("program"));
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy.getParent();
  }

  private static List<ProcessHandle> workers() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
  }

  @Test
  void goesOnWhenTheWorkerIsKilled() throws Exception {
    GlobalVariable<Integer> total = computer.global("total", 0);
    VirtualThread<?> receiver = computer.start("receiver", new Receiving(2));
    VirtualThread<Long> counter = computer.start("counter", new Counting(400_000_000L));
    computer.start("sender", new Script(new Sending("receiver", 1))).join();
    assertThat(workers()).hasSize(1);
    workers().forEach(ProcessHandle::destroyForcibly);
    assertThat(total.update(new Adding(5))).isEqualTo(5);
    computer.start("second", new Script(new Sending("receiver", 2))).join();
    assertThat(receiver.result().toString()).contains("sender=1").contains("second=2");
    assertThat(counter.result()).isEqualTo(79_999_999_800_000_000L);
  }

  @Test
  void refusesAJarThatIsNone() throws Exception {
    Path none = Files.writeString(folder.resolve("none.jar"), "no jar");
    System.setProperty(ProgramFiles.JARS, none.toString());
    assertThatThrownBy(
            () -> VirtualComputer.builder().peer(peer.address().toString()).open().close())
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("none.jar isn't a jar that can be read");
  }
}
