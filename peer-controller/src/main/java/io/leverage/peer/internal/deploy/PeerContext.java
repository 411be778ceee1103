package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.mesh.Mesh;
import io.leverage.peer.internal.store.StateStore;
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
 */
public record PeerContext(
    Mesh mesh,
    StateStore store,
    Path dataDirectory,
    int slots,
    String name,
    ScheduledExecutorService timer,
    Clock clock) {}
