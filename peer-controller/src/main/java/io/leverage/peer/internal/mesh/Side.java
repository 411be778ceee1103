package io.leverage.peer.internal.mesh;

/** What a peer knows of the side of a split mesh that it is on. */
public enum Side {
  /** Nothing: it has just come. */
  UNKNOWN,
  /** It has every value, or is the whole mesh. */
  WHOLE,
  /** Values may be missing, or too few peers are there: it waits for the others. */
  PARTIAL
}
