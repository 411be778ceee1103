package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.mesh.Mesh;
import io.leverage.peer.internal.message.Notifier;
import io.leverage.peer.internal.unit.Failures;
import io.leverage.peer.internal.unit.UnitCodec;
import io.leverage.peer.internal.unit.UnitMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The peer unit proxies: unit messages to the other peers of the mesh, and to this one. */
final class PeerUnits implements Notifier {
  private static final Logger log = LoggerFactory.getLogger(PeerUnits.class);

  private final Mesh mesh;

  PeerUnits(Mesh mesh) {
    this.mesh = mesh;
  }

  /** Sends a request; completes with the answer, or a failure if there is none within a limit. */
  CompletableFuture<UnitMessage> request(String peer, UnitMessage message, Duration limit) {
    UnitMessage late =
        new UnitMessage.Failed(
            UnitMessage.Failed.Kind.UNREACHABLE,
            String.format(
                Locale.ROOT,
                "peer %s did not answer %s within %d s",
                peer,
                message.getClass().getSimpleName(),
                limit.toSeconds()));
    return mesh.request(peer, UnitCodec.encode(message))
        .thenApply(UnitCodec::decode)
        .exceptionally(Failures::toMessage)
        .completeOnTimeout(late, limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Sends a request and waits until it is done.
   *
   * @throws RuntimeException as {@link Failures#toException} says, if it failed
   */
  void call(String peer, UnitMessage message, Duration limit) {
    var unused = Failures.expect(UnitMessage.Done.class, request(peer, message, limit).join());
  }

  @Override
  public void tell(String peer, UnitMessage message) {
    var unused =
        mesh.request(peer, UnitCodec.encode(message))
            .whenComplete(
                (answer, failure) -> {
                  if (failure != null) {
                    log.debug("{} was not told {}", peer, message, failure);
                  }
                });
  }
}
