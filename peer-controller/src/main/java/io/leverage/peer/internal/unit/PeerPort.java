package io.leverage.peer.internal.unit;

import java.util.concurrent.CompletableFuture;

/**
 * A worker's or a client's way to its peer.
 *
 * <p>Safe for use by many threads. Implementers must not block the caller for longer than writing
 * takes, and must complete each request: with its answer, a {@link UnitMessage.Failed} included, or
 * exceptionally with {@link io.leverage.UnreachableException} when the link is lost.
 */
public interface PeerPort {
  /** Sends a request and completes with its answer. */
  CompletableFuture<UnitMessage> request(UnitMessage request);

  /** Sends a message that has no answer. */
  void send(UnitMessage message);
}
