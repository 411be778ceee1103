package io.leverage.peer.internal.work;

import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.Failed;
import java.util.concurrent.CompletableFuture;

/** A request to freeze a thread. */
final class Freeze {
  private final CompletableFuture<UnitMessage> answer = new CompletableFuture<>();

  /** Completes when the thread is frozen, or with why it can't be. */
  CompletableFuture<UnitMessage> answer() {
    return answer;
  }

  void done() {
    answer.complete(new UnitMessage.Done());
  }

  void refused(String message) {
    answer.complete(new Failed(Failed.Kind.REFUSED, message));
  }
}
