package io.leverage.peer.internal.message;

import io.leverage.peer.internal.unit.UnitMessage;

/** Tells a peer, this one included, that it should look at the store. */
@FunctionalInterface
public interface Notifier {
  /**
   * Tells a peer. Must not block, and may fail silently: whoever is told also looks by itself from
   * time to time.
   */
  void tell(String peer, UnitMessage message);
}
