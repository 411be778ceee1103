package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.EnrolWorker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The enrolment requestor: asks peers concurrently to be workers of a virtual computer. */
final class EnrolmentRequestor {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final PeerUnits units;
  private final Executor executor;

  EnrolmentRequestor(PeerUnits units, Executor executor) {
    this.units = units;
    this.executor = executor;
  }

  /**
   * Asks peers, and waits for none of them.
   *
   * @param enrolled is told each peer that agreed, at once
   * @param declined is told each peer that didn't, and why
   */
  void request(
      String computer,
      List<String> assemblies,
      List<PeerInfo> candidates,
      Consumer<PeerInfo> enrolled,
      BiConsumer<PeerInfo, String> declined) {
    for (PeerInfo peer : candidates) {
      var unused =
          units
              .request(peer.id(), new EnrolWorker(computer, assemblies), PATIENCE)
              .thenAcceptAsync(
                  answer -> {
                    var unusedDone = Failures.expect(UnitMessage.Done.class, answer);
                    enrolled.accept(peer);
                  },
                  executor)
              .exceptionally(
                  failure -> {
                    declined.accept(peer, Failures.toMessage(failure).message());
                    return null;
                  });
    }
  }
}
