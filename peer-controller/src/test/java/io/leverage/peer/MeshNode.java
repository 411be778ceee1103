package io.leverage.peer;

import io.leverage.peer.internal.mesh.JGroupsMesh;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.InfinispanStateStore;
import io.leverage.peer.internal.store.StoreOptions;
import java.util.List;

/** The substrate of a peer within the test: a mesh and a store, and no roles. */
public record MeshNode(PeerAddress address, JGroupsMesh mesh, InfinispanStateStore store)
    implements AutoCloseable {
  /** Starts a node; requests are answered by their own bytes. */
  public static MeshNode start(PeerAddress... join) {
    PeerAddress address = TestPorts.free();
    JGroupsMesh mesh = new JGroupsMesh(address, List.of(join));
    InfinispanStateStore store =
        InfinispanStateStore.open(
            mesh, address.toString(), StoreOptions.ofDefaults().withGroups(StoreKeys::groupOf));
    mesh.onRequest((from, request) -> request);
    mesh.open();
    return new MeshNode(address, mesh, store);
  }

  public void awaitPeers(int count) {
    Eventually.eventually(count + " peers are in the mesh", () -> mesh.peers().size() == count);
  }

  /** Leaves before the test ends. */
  public void leave() {
    store.close();
    mesh.close();
  }

  @Override
  public void close() {
    leave();
  }
}
