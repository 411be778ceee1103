package io.leverage.peer.internal.client;

import io.leverage.peer.PeerAddress;
import io.leverage.peer.internal.access.ClientLink;
import io.leverage.spi.ComputerProvider;
import io.leverage.spi.ComputerSession;
import java.util.List;
import java.util.Optional;

/**
 * Opens virtual computers: at the peer that is named in the program, else at the one that the
 * system property {@value #PEER} names, else at one that runs inside this program.
 */
public final class LeverageProvider implements ComputerProvider {
  /** Names the peer to reach; several, separated by commas, are tried in their order. */
  public static final String PEER = "leverage.peer";

  @Override
  public ComputerSession open(int workers, Optional<String> peer) {
    Optional<List<PeerAddress>> addresses =
        peer.or(() -> Optional.ofNullable(System.getProperty(PEER))).map(PeerAddress::parseAll);
    return addresses.isPresent() ? remote(workers, addresses.get()) : embedded(workers);
  }

  private static ComputerSession remote(int workers, List<PeerAddress> peers) {
    return RemoteSession.open(
        peers, ClientLink::open, workers, ProgramFiles.ofThisProgram().assemblies(), () -> {});
  }

  private static ComputerSession embedded(int workers) {
    EmbeddedPeer peer = EmbeddedPeer.acquire();
    try {
      return RemoteSession.open(
          List.of(peer.address()),
          ClientLink::open,
          workers,
          ProgramFiles.ofThisProgram().assemblies(),
          peer::release);
    } catch (RuntimeException e) {
      peer.release();
      throw e;
    }
  }
}
