package io.leverage.peer.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.store.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComputerTableTest {
  private static final String VC = "vc-1";

  private final MemoryStore memory = new MemoryStore();
  private final ComputerTable one = new ComputerTable(memory.view());
  private final ComputerTable other = new ComputerTable(memory.view());

  @Test
  void whatWasChangedHereIsKnownAtOnceAndTheRestOnceTheMeshHasChanged() {
    one.add(VC, new ComputerRecord(2, List.of(), "deployer", 1, false, List.of()));
    assertThat(one.recent(VC).orElseThrow().quota()).isEqualTo(2);
    one.change(VC, present -> present.withQuota(3));
    assertThat(one.recent(VC).orElseThrow().quota()).isEqualTo(3);
    other.change(VC, present -> present.withQuota(4));
    one.meshChanged();
    assertThat(one.recent(VC).orElseThrow().quota()).isEqualTo(4);
    assertThat(one.find(VC).orElseThrow().quota()).isEqualTo(4);
  }

  @Test
  void whatIsGoneIsNotKnownAnyMore() {
    one.add(VC, new ComputerRecord(2, List.of(), "deployer", 1, false, List.of()));
    one.erase(VC);
    assertThat(one.recent(VC)).isEmpty();
  }
}
