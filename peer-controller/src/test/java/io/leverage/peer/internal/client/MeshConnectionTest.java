package io.leverage.peer.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.PeerAddress;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.LinkPair;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.ListThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeshConnectionTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<PeerAddress> asked = new CopyOnWriteArrayList<>();
  private final List<Link> links = new CopyOnWriteArrayList<>();

  @AfterEach
  void end() {
    links.forEach(Link::close);
    executor.shutdownNow();
  }

  @Test
  void whoWasLostIsTriedAfterAllOthers() {
    List<PeerAddress> peers =
        List.of(
            PeerAddress.parse("127.0.0.1:7400"),
            PeerAddress.parse("127.0.0.1:7410"),
            PeerAddress.parse("127.0.0.1:7420"));
    try (MeshConnection connection =
        new MeshConnection(
            peers,
            (peer, threads, handler) -> open(peer),
            executor,
            (from, message) -> new Done())) {
      links.get(0).close();
      connection.call(new ListThreads("vc-1"), Done.class, PATIENCE);
      links.get(1).close();
      connection.call(new ListThreads("vc-1"), Done.class, PATIENCE);
    }
    assertThat(asked).containsExactly(peers.get(0), peers.get(1), peers.get(0));
  }

  private Link open(PeerAddress peer) {
    asked.add(peer);
    LinkPair pair =
        Link.pipe(
            "program",
            (from, message) -> new Done(),
            peer.toString(),
            (from, message) -> new Done(),
            executor);
    links.add(pair.near());
    return pair.near();
  }
}
