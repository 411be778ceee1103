package io.leverage.peer.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.mesh.Capacity;
import io.leverage.peer.internal.mesh.PeerInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private final Map<String, Integer> placed = new HashMap<>();

  @Test
  void peersThatAreAboutAsFastGetAsMany() {
    List<PeerInfo> peers = List.of(peer("a", 2, 0, 1), peer("b", 2, 0, 0.9), peer("c", 4, 0, 1.1));
    assertThat(place(peers, 8)).isEqualTo(Map.of("a", 2, "b", 2, "c", 4));
  }

  @Test
  void aFastPeerIsFilledBeforeASlowOneIsUsed() {
    List<PeerInfo> peers = List.of(peer("slow", 2, 0, 0.3), peer("fast", 2, 0, 1));
    assertThat(place(peers, 2)).isEqualTo(Map.of("fast", 2));
  }

  @Test
  void aFreeSlotOfASlowPeerIsBetterThanAPartOfAFastOne() {
    List<PeerInfo> peers = List.of(peer("slow", 2, 0, 0.3), peer("fast", 2, 0, 1));
    assertThat(place(peers, 4)).isEqualTo(Map.of("fast", 2, "slow", 2));
  }

  @Test
  void aPeerThatIsSlowerByFarIsLeftIdle() {
    List<PeerInfo> peers = List.of(peer("slow", 2, 0, 0.05), peer("fast", 2, 0, 1));
    assertThat(place(peers, 4)).isEqualTo(Map.of("fast", 4));
  }

  @Test
  void anOverloadedFastPeerIsWorseThanASlowOne() {
    List<PeerInfo> peers = List.of(peer("slow", 2, 0, 0.3), peer("fast", 2, 0, 1));
    assertThat(place(peers, 10)).containsKeys("slow", "fast");
    assertThat(placed.get("fast")).isGreaterThan(placed.get("slow"));
  }

  @Test
  void whatOthersRunThereCounts() {
    List<PeerInfo> peers = List.of(peer("busy", 2, 6, 1), peer("free", 2, 0, 0.7));
    assertThat(place(peers, 2)).isEqualTo(Map.of("free", 2));
  }

  @Test
  void aPeerWhoseSpeedIsNotKnownYetIsAnOrdinaryOne() {
    List<PeerInfo> peers = List.of(peer("new", 2, 0, 0), peer("slow", 2, 0, 0.3));
    assertThat(place(peers, 2)).isEqualTo(Map.of("new", 2));
  }

  private Map<String, Integer> place(List<PeerInfo> peers, int threads) {
    for (int i = 0; i < threads; i++) {
      placed.merge(
          Placement.choose(peers, peer -> placed.getOrDefault(peer, 0)).orElseThrow().id(),
          1,
          Integer::sum);
    }
    return placed;
  }

  private static PeerInfo peer(String id, int slots, int runnable, double speed) {
    return new PeerInfo(id, id, new Capacity(slots, runnable, runnable, speed, false), 1);
  }
}
