package io.leverage.peer.internal.checkpoint;

/** The moments between which a peer may die. Tests and fault campaigns let it die there. */
@FunctionalInterface
public interface CrashPoint {
  /** What was just done. */
  enum Step {
    /** A commit's content is stored; nothing refers to it. */
    CHECKPOINT_STORED,
    /** The record refers to it: it counts, but none of its effects is visible. */
    RECORD_CHANGED,
    /** Its messages are visible. */
    MESSAGES_PUBLISHED,
    /** Its partial results are visible. */
    RESULTS_PUBLISHED,
    /** What it made superfluous is removed. */
    TRIMMED,
    /** A thread's record names this peer in a new epoch; nothing is published again yet. */
    CLAIMED,
    /** The effects of a claimed thread's last commit are published again; it does not run yet. */
    CLAIM_PUBLISHED,
    /** A virtual computer's record names this peer as its deployer, which has done nothing yet. */
    TAKEN_OVER,
    /** A peer is enrolled as a worker; nobody was told. */
    ENROLLED,
    /** A virtual computer is marked as closed; its threads still run. */
    CLOSED,
    /** This peer sees a new view: copies begin to move. */
    VIEW_CHANGED,
    /** This leaving peer's deployers are handed to another; it still runs its threads. */
    HANDED_OVER
  }

  /** Passes everywhere. */
  CrashPoint NONE = (what, step) -> {};

  /**
   * Called when a step is done; what it throws ends the work there.
   *
   * @param what the thread or virtual computer that it was done for; empty for none
   */
  void passed(String what, Step step);
}
