package io.leverage.peer.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which of two records is the later. */
class LaterRecordTest {
  private static final Instant NOW = Instant.EPOCH;
  private static final ThreadRecord FIRST =
      ThreadRecord.started("starter", CheckpointRef.apart("checkpoint"), 1, NOW);

  private final LaterRecord later = new LaterRecord();

  @Test
  void of_a_thread_the_one_with_the_higher_epoch() {
    ThreadRecord claimed = FIRST.claimed("peer", "why", "event", NOW);
    byte[] often =
        bytes(FIRST.committed(CheckpointRef.apart("a"), 1, NOW), bytes(FIRST, bytes(FIRST, null)));
    assertThat(later.compare("vt/vc-1/t", bytes(claimed, null), often)).isPositive();
    assertThat(later.compare("vt/vc-1/t", often, bytes(claimed, null))).isNegative();
  }

  @Test
  void of_one_epoch_the_one_with_the_higher_sequence() {
    ThreadRecord committed = FIRST.committed(CheckpointRef.apart("a"), 1, NOW);
    byte[] often = bytes(FIRST, bytes(FIRST, bytes(FIRST, null)));
    assertThat(later.compare("vt/vc-1/t", bytes(committed, null), often)).isPositive();
  }

  @Test
  void of_the_others_the_one_with_the_higher_revision() {
    byte[] once = bytes(FIRST, null);
    byte[] twice = bytes(FIRST, once);
    assertThat(later.compare("gv/vc-1/g", twice, once)).isPositive();
    assertThat(later.compare("vc/vc-1", once, twice)).isNegative();
    assertThat(later.compare("vt/vc-1/t", twice, once)).isPositive();
    assertThat(later.compare("vt/vc-1/t", once, once)).isZero();
  }

  @Test
  void of_what_never_changes_none() {
    assertThat(later.compare("mb/vc-1/t/s/1", new byte[] {1}, new byte[] {2})).isZero();
  }

  private static byte[] bytes(ThreadRecord record, byte[] before) {
    return ThreadRecordFormat.write(record, before, 1);
  }
}
