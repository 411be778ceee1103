package io.leverage.peer.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.ThreadState;
import io.leverage.peer.internal.store.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThreadTableTest {
  private static final Instant NOW = Instant.EPOCH;

  private final List<String> told = new ArrayList<>();
  private final ThreadTable threads =
      new ThreadTable(
          new MemoryStore().view(),
          (thread, before, after) ->
              told.add(
                  thread
                      + (before == null ? "" : " " + before.state() + " ->")
                      + " "
                      + after.state()
                      + " "
                      + after.epoch()
                      + "/"
                      + after.sequence()));

  @Test
  void eachChangeIsToldOnce() {
    String thread = "vc/t";
    threads.add(thread, ThreadRecord.started("client/1", CheckpointRef.apart("first"), 1, NOW));
    threads.change(thread, record -> record.claimed("p", "running on p", "taken", NOW));
    threads.change(thread, record -> record.committed(CheckpointRef.apart("second"), 2, NOW));
    threads.change(thread, record -> record);
    threads.change(thread, record -> record.ending(ThreadState.RETURNED, "", NOW));
    threads.change(thread, ThreadRecord::endPublished);
    assertThat(told)
        .containsExactly(
            "vc/t WAITING 0/0",
            "vc/t WAITING -> RUNNING 1/0",
            "vc/t RUNNING -> RUNNING 1/1",
            "vc/t RUNNING -> RETURNED 1/1",
            "vc/t RETURNED -> RETURNED 1/1");
  }
}
