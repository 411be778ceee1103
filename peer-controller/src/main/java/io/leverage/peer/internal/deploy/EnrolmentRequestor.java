package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.UnitMessage;
import io.leverage.peer.internal.unit.UnitMessage.EnrolWorker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The enrolment requestor: asks peers concurrently to be workers of a virtual computer. */
final class EnrolmentRequestor {
  private static final Logger log = LoggerFactory.getLogger(EnrolmentRequestor.class);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final PeerUnits units;

  EnrolmentRequestor(PeerUnits units) {
    this.units = units;
  }

  /**
   * Asks peers and waits for all answers.
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
    List<CompletableFuture<Void>> answers =
        candidates.stream()
            .map(
                peer ->
                    units
                        .request(peer.id(), new EnrolWorker(computer, assemblies), PATIENCE)
                        .thenAccept(
                            answer -> {
                              var unused = Failures.expect(UnitMessage.Done.class, answer);
                              enrolled.accept(peer);
                            })
                        .exceptionally(
                            failure -> {
                              String why = Failures.toMessage(failure).message();
                              log.info(
                                  "peer {} is no worker of {}: {}", peer.name(), computer, why);
                              declined.accept(peer, why);
                              return null;
                            }))
            .toList();
    CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0])).join();
  }
}
