package io.leverage.peer.internal.checkpoint;

import io.leverage.peer.internal.unit.FencedException;

/**
 * The thread still belongs to this incarnation, but its history is that of the other side of a mesh
 * that was split. It has to be given back, and goes on from what that side had.
 */
public final class RolledBackException extends FencedException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception. */
  public RolledBackException(String message) {
    super(message);
  }
}
