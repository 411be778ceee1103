package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Failed;
import java.util.concurrent.CompletableFuture;

/**
 * A request to freeze a thread.
 *
 * @param answer completes when the thread is frozen, or with why it can't be
 */
record Freeze(String reason, CompletableFuture<UnitMessage> answer) {
  void done() {
    answer.complete(new UnitMessage.Done());
  }

  void refused(String message) {
    answer.complete(new Failed(Failed.Kind.REFUSED, message));
  }
}
