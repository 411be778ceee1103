package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.record.ComputerRecord;

/**
 * The right of one peer's deployer to look after a virtual computer. It ends when the computer's
 * record names another epoch: when the peer was taken for dead, and another took its role.
 *
 * @param deployer the peer's id
 * @param epoch of the computer's record
 */
record Mandate(String computer, String deployer, long epoch) {
  /** Tells whether the computer, as it now is, is still to be looked after by this deployer. */
  boolean holds(ComputerRecord present) {
    return !present.closed() && present.epoch() == epoch && present.deployer().equals(deployer);
  }
}
