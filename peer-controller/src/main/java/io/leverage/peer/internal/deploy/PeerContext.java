package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.mesh.Mesh;
import io.leverage.peer.internal.store.StateStore;
import io.leverage.peer.internal.watch.Watch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What a peer gives its roles. All of it belongs to the peer: roles close none of it.
 *
 * @param mesh open once the roles are constructed; before that it only takes listeners
 * @param store open
 * @param dataDirectory exists and is writable
 * @param slots how many virtual threads this peer runs at once
 * @param name for people: {@code host:port}, as {@link
 *     io.leverage.peer.internal.mesh.PeerInfo#name()}
 * @param timer for short work only; hand long work to an own executor
 * @param clock the time of day; orders nothing
 * @param watch where the roles say what happens
 * @param pace how fast this peer is
 */
public record PeerContext(
    Mesh mesh,
    StateStore store,
    Path dataDirectory,
    int slots,
    String name,
    ScheduledExecutorService timer,
    Clock clock,
    Watch watch,
    Pace pace) {

  /** Creates a context with a watch of its own. */
  public PeerContext(
      Mesh mesh,
      StateStore store,
      Path dataDirectory,
      int slots,
      String name,
      ScheduledExecutorService timer,
      Clock clock) {
    this(mesh, store, dataDirectory, slots, name, timer, clock, new Watch(clock), Pace.UNKNOWN);
  }
}
