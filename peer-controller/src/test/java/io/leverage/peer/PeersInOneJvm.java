package io.leverage.peer;

import io.leverage.peer.internal.mesh.InMemoryMesh;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Many peers in this process, with their workers in it too, on a mesh in memory. They can be
 * killed: from one moment to the next nobody hears of them, and they hand nothing over.
 */
final class PeersInOneJvm implements AutoCloseable {
  private static final int AT_ONCE = 8;

  private final InMemoryMesh mesh = new InMemoryMesh();
  private final Map<Integer, Peer> peers = new ConcurrentSkipListMap<>();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<CompletableFuture<Void>> closing = new ArrayList<>();
  private final Path folder;
  private final int copies;

  PeersInOneJvm(Path folder, int copies) {
    this.folder = folder;
    this.copies = copies;
  }

  /** Starts peers, the first one first and then some at a time, and waits for them. */
  void start(int count) {
    List<PeerAddress> addresses = TestPorts.free(count);
    PeerAddress first = addresses.get(0);
    start(first, List.of());
    ExecutorService starting = Executors.newFixedThreadPool(AT_ONCE);
    join(
        addresses.stream()
            .skip(1)
            .map(one -> CompletableFuture.runAsync(() -> start(one, List.of(first)), starting))
            .toList());
    starting.shutdown();
  }

  private void start(PeerAddress address, List<PeerAddress> join) {
    PeerOptions options =
        PeerOptions.ofDefaults()
            .withPort(address.port())
            .withSlots(1)
            .withData(folder.resolve("" + address.port()))
            .withCopies(copies)
            .withInProcessWorkers();
    peers.put(
        address.port(),
        Peer.start(join.isEmpty() ? options.withNobody() : options.withJoin(join), mesh::join));
  }

  /** Lists those that live; the first is the oldest, until that is killed. */
  List<PeerAddress> addresses() {
    return peers.values().stream().map(Peer::address).toList();
  }

  /** Tells whether all that live see each other, and all values have all their copies. */
  boolean settled() {
    return peers.values().stream().allMatch(peer -> peer.settled(peers.size()));
  }

  /** Kills peers at the same time. */
  void kill(Collection<PeerAddress> victims) {
    victims.forEach(mesh::kill);
    for (PeerAddress victim : victims) {
      Peer dead = peers.remove(victim.port());
      closing.add(CompletableFuture.runAsync(dead::close, executor));
    }
  }

  @Override
  public void close() {
    kill(addresses());
    join(closing);
    executor.shutdown();
  }

  private static void join(List<CompletableFuture<Void>> all) {
    CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();
  }
}
