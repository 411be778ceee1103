package io.leverage.peer;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.GlobalVariable;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import program.Numbers;

/** Three real peers with real workers; one is killed while threads send, receive and add up. */
@Timeout(300)
class KilledPeersTest {
  private static final int EACH = 300;

  @TempDir Path folder;

  @Test
  void nothing_is_lost_or_doubled_when_a_worker_peer_is_killed() throws Exception {
    PeerAddress firstAddress = TestPorts.free();
    System.setProperty("leverage.home", folder.toString());
    try (PeerProcess first = PeerProcess.start(folder, firstAddress, "none")) {
      first.awaitReady();
      try (PeerProcess second =
              PeerProcess.start(folder, TestPorts.free(), firstAddress.toString());
          PeerProcess third =
              PeerProcess.start(folder, TestPorts.free(), firstAddress.toString())) {
        second.awaitReady();
        third.awaitReady();
        try (VirtualComputer computer =
            VirtualComputer.builder().workers(3).peer(firstAddress.toString()).open()) {
          eventually("three workers are enrolled", () -> computer.workers() == 3);
          run(computer, second);
        } catch (Throwable e) {
          throw new AssertionError(first.output() + third.output(), e);
        }
      }
    }
  }

  private static void run(VirtualComputer computer, PeerProcess victim) throws Exception {
    GlobalVariable<Integer> sum = computer.global("sum", 0);
    List<VirtualThread<ArrayList<String>>> receivers = new ArrayList<>();
    List<VirtualThread<?>> others = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      receivers.add(computer.start("rx" + i, Numbers.receive(2 * EACH)));
      others.add(computer.start("tx" + i, Numbers.send("rx" + i, EACH)));
      others.add(computer.start("ty" + i, Numbers.send("rx" + i, EACH)));
      others.add(computer.start("add" + i, Numbers.add(sum, EACH)));
    }
    eventually("much is added up", () -> sum.get() > EACH);
    victim.kill();
    for (int i = 0; i < 3; i++) {
      List<String> got = receivers.get(i).result();
      for (String sender : List.of("tx" + i, "ty" + i)) {
        assertThat(got.stream().filter(one -> one.startsWith(sender + ":")))
            .containsExactlyElementsOf(
                IntStream.range(0, EACH).mapToObj(n -> sender + ":" + n).toList());
      }
    }
    for (VirtualThread<?> other : others) {
      other.join();
    }
    assertThat(sum.get()).isEqualTo(3 * EACH);
  }
}
