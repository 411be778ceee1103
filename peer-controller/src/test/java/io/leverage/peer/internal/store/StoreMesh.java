package io.leverage.peer.internal.store;

import static io.leverage.peer.Eventually.eventually;

import io.leverage.peer.PeerAddress;
import io.leverage.peer.TestPorts;
import io.leverage.peer.internal.mesh.InMemoryMesh;
import io.leverage.peer.internal.mesh.JGroupsMesh;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Peers within this JVM, with their stores, on a network that can be cut. */
final class StoreMesh implements AutoCloseable {
  private final InMemoryMesh network = new InMemoryMesh();
  private final StoreOptions options;
  private final List<PeerAddress> peers = new CopyOnWriteArrayList<>();
  private final List<JGroupsMesh> meshes = new CopyOnWriteArrayList<>();
  private final List<InfinispanStateStore> stores = new CopyOnWriteArrayList<>();

  StoreMesh(StoreOptions options) {
    this.options = options;
  }

  /** Starts peers, and waits until all values have all their copies. */
  StoreMesh open(int count) {
    for (int i = 0; i < count; i++) {
      open();
    }
    awaitSettled(count);
    return this;
  }

  /** Starts a peer. */
  void open() {
    PeerAddress own = TestPorts.free();
    JGroupsMesh mesh = network.join(own, peers);
    meshes.add(mesh);
    stores.add(InfinispanStateStore.open(mesh, own.toString(), options));
    mesh.onRequest((from, request) -> request);
    mesh.open();
    peers.add(own);
  }

  PeerAddress address(int peer) {
    return peers.get(peer);
  }

  JGroupsMesh mesh(int peer) {
    return meshes.get(peer);
  }

  InfinispanStateStore store(int peer) {
    return stores.get(peer);
  }

  List<InfinispanStateStore> stores() {
    return stores;
  }

  /** Cuts off the first peers from the others, both ways. */
  void cutOff(int count) {
    network.cut(peers.subList(0, count), true);
  }

  void heal() {
    network.heal();
  }

  /** Has a peer leave; those behind it count one less from then on. */
  void leave(int peer) {
    peers.remove(peer);
    stores.remove(peer).close();
    meshes.remove(peer).close();
  }

  /** Has a peer die; those behind it count one less from then on. */
  void kill(int peer) {
    network.kill(peers.remove(peer));
    InfinispanStateStore store = stores.remove(peer);
    JGroupsMesh mesh = meshes.remove(peer);
    Thread closing =
        new Thread(
            () -> { // it waits for answers in vain
              store.close();
              mesh.close();
            });
    closing.setDaemon(true);
    closing.start();
  }

  /** Waits until each peer sees so many. */
  void awaitViews(int count) {
    eventually("views of " + count, () -> haveViews(count));
  }

  /** Waits until each peer sees so many, and all their values have all their copies. */
  void awaitSettled(int count) {
    eventually(
        "all copies on " + count + " peers",
        () -> haveViews(count) && stores.stream().allMatch(each -> each.settled(count)));
  }

  private boolean haveViews(int count) {
    return meshes.stream().allMatch(each -> each.channel().getView().size() == count);
  }

  @Override
  public void close() {
    stores.forEach(InfinispanStateStore::close);
    meshes.forEach(JGroupsMesh::close);
  }
}
