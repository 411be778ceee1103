package io.leverage.spi;

import io.leverage.continuation.Operation;

/** The operation of hinting at a checkpoint: the host captures the stack once, or lets it pass. */
public final class CheckpointHint implements Operation {
  /** Set by the host when it has taken the hint, so that the resumed thread goes on. */
  public boolean taken;

  @Override
  public String describe() {
    return "checkpoint";
  }
}
