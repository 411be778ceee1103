package io.leverage.peer.internal.mesh;

/**
 * What a peer announces of itself.
 *
 * @param id unique for one life of one peer process; a restarted peer gets a new one
 * @param name for people, such as {@code host:port} of its client address
 * @param capacity what it can do
 * @param pid the process id of the peer
 * @param standing where it stands in a mesh that may be split
 */
public record PeerInfo(String id, String name, Capacity capacity, long pid, Standing standing) {
  /** Creates what a peer announces that has just come, and whose speed is not known. */
  public PeerInfo(String id, String name, int slots, int busy, long pid) {
    this(id, name, new Capacity(slots, busy), pid, Standing.NEW);
  }

  /** Creates what a peer announces that has just come. */
  public PeerInfo(String id, String name, Capacity capacity, long pid) {
    this(id, name, capacity, pid, Standing.NEW);
  }

  PeerInfo withStanding(Standing other) {
    return new PeerInfo(id, name, capacity, pid, other);
  }

  /** Gets what it knows of the side of a split mesh that it is on. */
  public Side side() {
    return standing.side();
  }

  /** Gets how many virtual threads it runs at once. */
  public int slots() {
    return capacity.slots();
  }

  /** Gets how many virtual threads it has. */
  public int busy() {
    return capacity.busy();
  }
}
