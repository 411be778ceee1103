package io.leverage.peer.internal.work;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where one incarnation of a virtual thread stands on its worker.
 *
 * <pre>
 * QUEUED     -> RUNNING, FROZEN (it had not run here), ENDED
 * RUNNING    -> QUEUED, BLOCKED, COMMITTING, ENDED
 * BLOCKED    -> QUEUED, PARKED, ENDED
 * COMMITTING -> QUEUED, FROZEN, ENDED
 * </pre>
 */
enum RunState {
  /** Waits for a carrier. */
  QUEUED,
  /** A carrier runs it, or serialises it. */
  RUNNING,
  /** Waits for a message, for its time-out, or to repeat an update that met no answer. */
  BLOCKED,
  /** May not go on before its outstanding commit is acknowledged. */
  COMMITTING,
  /** Only its checkpoint is left in memory; it is resumed as another object. */
  PARKED,
  /** Captured and committed for another peer; the end here. */
  FROZEN,
  /** Ended, fenced or cancelled; the end here. */
  ENDED;

  boolean mayBecome(RunState next) {
    return next().contains(next);
  }

  boolean isFinal() {
    return next().isEmpty();
  }

  private Set<RunState> next() {
    return switch (this) {
      case QUEUED -> EnumSet.of(RUNNING, FROZEN, ENDED);
      case RUNNING -> EnumSet.of(QUEUED, BLOCKED, COMMITTING, ENDED);
      case BLOCKED -> EnumSet.of(QUEUED, PARKED, ENDED);
      case COMMITTING -> EnumSet.of(QUEUED, FROZEN, ENDED);
      case PARKED, FROZEN, ENDED -> EnumSet.noneOf(RunState.class);
    };
  }
}
