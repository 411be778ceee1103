package io.leverage.peer.internal.unit;

import java.time.Duration;

/** Sends requests and waits for their answers. */
public interface Caller {
  /**
   * Sends a request and waits for its answer.
   *
   * @throws io.leverage.RefusedException if the other end refused
   * @throws io.leverage.UnreachableException if it is unknown whether the request was met
   * @throws FencedException if the asking incarnation was fenced
   */
  <T extends UnitMessage> T call(UnitMessage message, Class<T> expected, Duration timeout);
}
