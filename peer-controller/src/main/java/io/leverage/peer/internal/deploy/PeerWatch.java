package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.watch.EventKind;
import io.leverage.peer.internal.watch.Watch;
import java.util.ArrayList;
import java.util.List;

/** Notices peers that come and go. Called in the order of the views. */
final class PeerWatch {
  private final Watch watch;
  private final String self;
  private List<PeerInfo> known = List.of();

  PeerWatch(Watch watch, String self) {
    this.watch = watch;
    this.self = self;
  }

  synchronized void view(List<PeerInfo> peers) {
    List<PeerInfo> before = known;
    known = new ArrayList<>(peers);
    for (PeerInfo peer : peers) {
      if (!peer.name().equals(self) && !contains(before, peer)) {
        watch.happened(EventKind.PEER_JOINED, peer.name(), "one of " + peers.size() + " peers now");
      }
    }
    for (PeerInfo peer : before) {
      if (!contains(peers, peer)) {
        watch.happened(
            EventKind.PEER_LOST,
            peer.name(),
            "it left, died, or can't be reached; " + peers.size() + " peers remain");
      }
    }
  }

  private static boolean contains(List<PeerInfo> peers, PeerInfo peer) {
    return peers.stream().anyMatch(other -> other.id().equals(peer.id()));
  }
}
