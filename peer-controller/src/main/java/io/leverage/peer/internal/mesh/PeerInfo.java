package io.leverage.peer.internal.mesh;

/**
 * What a peer announces of itself.
 *
 * @param id unique for one life of one peer process; a restarted peer gets a new one
 * @param name for people, such as {@code host:port} of its client address
 * @param capacity what it can do
 * @param pid the process id of the peer
 * @param side what it knows of the side of a split mesh that it is on
 */
public record PeerInfo(String id, String name, Capacity capacity, long pid, Side side) {
  /** Creates what a peer announces that has just come, and whose speed is not known. */
  public PeerInfo(String id, String name, int slots, int busy, long pid) {
    this(id, name, new Capacity(slots, busy), pid, Side.UNKNOWN);
  }

  /** Creates what a peer announces that has just come. */
  public PeerInfo(String id, String name, Capacity capacity, long pid) {
    this(id, name, capacity, pid, Side.UNKNOWN);
  }

  PeerInfo withSide(Side other) {
    return new PeerInfo(id, name, capacity, pid, other);
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
