package io.leverage.peer.internal.mesh;

/**
 * Where a peer stands in a mesh that may be split.
 *
 * @param side what it knows of the side that it is on
 * @param topology the number of the list of the values' owners at which that was so last; all peers
 *     of a mesh, and all sides of a split one that have met, number these lists alike
 */
public record Standing(Side side, int topology) {
  /** That of a peer that has just come. */
  public static final Standing NEW = new Standing(Side.UNKNOWN, 0);
}
