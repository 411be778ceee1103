package io.leverage.peer.internal.unit;

import java.util.concurrent.CompletableFuture;

/** Answers what comes in on a link. */
public interface RequestHandler {
  /**
   * Handles a request or a one-way message. May block.
   *
   * <p>Requests of one link are handled at the same time as each other; one-way messages of one
   * link are handled in the order in which they were sent, one after the other.
   *
   * @param from the link it came on; more can be sent there
   * @param request what came
   * @return the answer; it is dropped if what came was one-way
   * @throws Exception becomes a {@link UnitMessage.Failed}: refused, unreachable and fenced keep
   *     their kind, all else is internal
   */
  UnitMessage handle(Link from, UnitMessage request) throws Exception;

  /**
   * Begins to answer a request. Whoever answers much later says so here, and holds no thread
   * meanwhile; all others only {@link #handle}.
   *
   * @param from the link it came on
   * @param request what came
   * @return completes with the answer, or with what becomes a {@link UnitMessage.Failed}
   * @throws Exception as {@link #handle}
   */
  default CompletableFuture<UnitMessage> answer(Link from, UnitMessage request) throws Exception {
    return CompletableFuture.completedFuture(handle(from, request));
  }

  /**
   * The link has closed, by either end. Called once.
   *
   * @param from the link
   */
  default void closed(Link from) {}
}
