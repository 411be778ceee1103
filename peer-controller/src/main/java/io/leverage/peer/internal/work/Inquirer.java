package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.UnitMessage;
import org.jspecify.annotations.Nullable;

/** Who wants to ask the peer for messages, when it is its turn. */
interface Inquirer {
  /**
   * Marks whether it is in the queue.
   *
   * @return true if this has changed
   */
  boolean markWanting(boolean now);

  /** Says what to ask the peer now; null for nothing. An answer follows. */
  @Nullable UnitMessage inquiry();

  /** Takes the answer; null if there was none. */
  void answered(@Nullable UnitMessage answer);
}
