package io.leverage.peer.internal.deploy;

import io.leverage.RefusedException;
import io.leverage.peer.internal.mesh.PeerInfo;
import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;
import io.leverage.peer.internal.unit.UnitMessage;
import java.util.List;

/** The roles of one peer; for now those that list. */
public final class PeerRoles implements RequestHandler, AutoCloseable {
  private final PeerContext context;

  public PeerRoles(PeerContext context) {
    this.context = context;
  }

  /** Gets what answers the clients' requests. */
  public RequestHandler clientHandler() {
    return this;
  }

  /** Begins to work; the mesh is open by now. */
  public void start() {
    context.mesh().announce(context.slots(), 0);
  }

  @Override
  public UnitMessage handle(Link from, UnitMessage request) {
    if (request instanceof UnitMessage.ListPeers) {
      return new UnitMessage.Peers(context.mesh().peers().stream().map(this::status).toList());
    }
    if (request instanceof UnitMessage.ListThreads) {
      return new UnitMessage.Threads(List.of());
    }
    throw new RefusedException("this peer does not answer " + request.getClass().getSimpleName());
  }

  @Override
  public void closed(Link from) {}

  private UnitMessage.PeerStatus status(PeerInfo peer) {
    return new UnitMessage.PeerStatus(
        peer.id(),
        peer.name(),
        peer.slots(),
        peer.busy(),
        peer.pid(),
        peer.id().equals(context.mesh().self()));
  }

  @Override
  public void close() {}
}
