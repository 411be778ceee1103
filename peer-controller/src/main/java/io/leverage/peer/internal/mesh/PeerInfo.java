package io.leverage.peer.internal.mesh;

/**
 * What a peer announces of itself.
 *
 * @param id unique for one life of one peer process; a restarted peer gets a new one
 * @param name for people, such as {@code host:port} of its client address
 * @param slots how many virtual threads it runs at once
 * @param busy how many slots are taken
 * @param pid the process id of the peer
 */
public record PeerInfo(String id, String name, int slots, int busy, long pid) {}
