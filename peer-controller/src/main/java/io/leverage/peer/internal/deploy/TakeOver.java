package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.checkpoint.CrashPoint;
import io.leverage.peer.internal.record.ComputerRecord;
import io.leverage.peer.internal.watch.EventKind;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Takes the deployer's role for virtual computers whose deployer's peer has left the mesh.
 *
 * <p>Each peer that sees a deployer gone tries; the compare-and-set of the computer's record lets
 * one of them have it, and its new epoch fences the deployer before, should that still be alive
 * somewhere. Nothing else has to be handed over: all that a deployer knows is in the store.
 */
final class TakeOver {
  /** How many sweeps pass between two looks at all virtual computers, though nobody left. */
  private static final int LOOK_EVERY = 15;

  private final Roles roles;
  private final BiConsumer<String, ComputerRecord> taken;
  private volatile boolean someoneLeft = true;
  private volatile boolean closed;
  private int sweeps;

  /**
   * Creates the role.
   *
   * @param taken gets each virtual computer that names this peer as its deployer, in its present
   *     epoch; more than once
   */
  TakeOver(Roles roles, BiConsumer<String, ComputerRecord> taken) {
    this.roles = roles;
    this.taken = taken;
  }

  /** Says that peers came or went. */
  void viewChanged() {
    someoneLeft = true;
    look();
  }

  /** Looks again, if a look was interrupted, and from time to time in any case. */
  void sweep() {
    if (someoneLeft || sweeps++ % LOOK_EVERY == 0) {
      look();
    }
  }

  /** Takes nothing over any more: this peer is leaving. */
  void close() {
    closed = true;
  }

  private void look() {
    someoneLeft = false;
    try {
      for (String computer : roles.computers().list()) {
        look(computer);
      }
    } catch (RuntimeException e) {
      someoneLeft = true; // the next sweep looks again
      throw e;
    }
  }

  /** Looks at one virtual computer. */
  void look(String computer) {
    if (closed) {
      return;
    }
    Optional<ComputerRecord> found = roles.computers().find(computer);
    if (found.isEmpty()) {
      return;
    }
    ComputerRecord record = found.get();
    if (!roles.context().mesh().contains(record.deployer())) {
      String gone = record.deployer();
      record =
          roles
              .computers()
              .change(
                  computer,
                  present ->
                      present.deployer().equals(gone) ? present.takenBy(roles.self()) : present);
      if (record.deployer().equals(roles.self())) {
        roles.crashes().passed(computer, CrashPoint.Step.TAKEN_OVER);
        roles
            .watch()
            .happened(
                EventKind.COMPUTER_TAKEN,
                computer,
                String.format(
                    Locale.ROOT,
                    "this peer looks after it now, in epoch %d: its deployer's peer %s has left the mesh",
                    record.epoch(),
                    gone));
      }
    }
    if (record.deployer().equals(roles.self())) {
      taken.accept(computer, record);
    }
  }
}
