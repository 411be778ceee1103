package io.leverage.peer.internal.mesh;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The mesh of peers as one of them sees it.
 *
 * <p>Safe for use by many threads. Implementers must not deliver a request to a peer other than the
 * one named, must not deliver one twice, and must complete each request: with the answer, or
 * exceptionally with {@link io.leverage.UnreachableException} when the receiver leaves the view.
 */
public interface Mesh extends AutoCloseable {
  /** Handles requests from other peers. */
  @FunctionalInterface
  interface RequestHandler {
    /**
     * Handles a request. Called on a pool thread; may block for a while.
     *
     * @param from the id of the peer that asks
     * @param request opaque to the mesh
     * @return the answer
     */
    byte[] handle(String from, byte[] request) throws Exception;
  }

  /** Gets this peer's id. */
  String self();

  /** Lists all peers of the current view that have announced themselves, this one included. */
  List<PeerInfo> peers();

  /** Tells whether a peer is in the current view, even if it has not announced itself yet. */
  boolean contains(String peer);

  /** Announces this peer's capacity and load to all. */
  void announce(Capacity capacity);

  /** Announces this peer's capacity and load to all; its speed is not known. */
  default void announce(int slots, int busy) {
    announce(new Capacity(slots, busy));
  }

  /** Sends a request to a peer (itself included) and completes with its answer. */
  CompletableFuture<byte[]> request(String peer, byte[] request);

  /** Says who handles requests. Set once, before the first view. */
  void onRequest(RequestHandler handler);

  /**
   * Adds a listener for views. Called in order, on one thread, with the peers of the new view; at
   * once with those of the current view, if there is one.
   *
   * @param listener gets the peers of the view that have announced themselves. A peer that is still
   *     starting may be missing: whether a peer is gone, {@link #contains} tells
   */
  void onView(Consumer<List<PeerInfo>> listener);

  @Override
  void close();
}
