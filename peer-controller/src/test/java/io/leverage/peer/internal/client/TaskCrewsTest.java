package io.leverage.peer.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.VirtualComputer;
import io.leverage.peer.Peer;
import io.leverage.peer.PeerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import program.Counting;
import program.Meeting;

/** Tasks of an executor, on a peer that runs as many at once as must meet. */
@Timeout(120)
class TaskCrewsTest {
  private static final int SMALL = 3_000;

  @TempDir Path folder;
  private Peer peer;
  private VirtualComputer computer;

  @BeforeEach
  void open() {
    System.setProperty("leverage.home", folder.resolve("home").toString());
    peer =
        Peer.start(
            PeerOptions.ofDefaults()
                .withNobody()
                .withData(folder.resolve("data"))
                .withInProcessWorkers()
                .withSlots(Meeting.GUESTS));
    computer = VirtualComputer.builder().peer(peer.address().toString()).open();
  }

  @AfterEach
  void close() {
    computer.close();
    peer.close();
  }

  @Test
  void tasksThatTakeLongRunAtOnceThoughThoseBeforeWereSmall() throws Exception {
    ExecutorService executor = computer.executor();
    List<Callable<Long>> small =
        IntStream.range(0, SMALL).<Callable<Long>>mapToObj(i -> new Counting(5)).toList();
    for (Future<Long> each : executor.invokeAll(small)) {
      assertThat(each.get()).isEqualTo(10L);
    }
    List<Callable<Boolean>> guests =
        IntStream.range(0, Meeting.GUESTS).<Callable<Boolean>>mapToObj(i -> new Meeting()).toList();
    for (Future<Boolean> each : executor.invokeAll(guests)) {
      assertThat(each.get()).isTrue();
    }
  }
}
