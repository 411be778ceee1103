package io.leverage.peer.internal.checkpoint;

/** The moments of a commit between which a peer may die. Tests let it die there. */
@FunctionalInterface
public interface CrashPoint {
  /** The steps of a commit, in order. */
  enum Step {
    /** Its content is stored; nothing refers to it. */
    CHECKPOINT_STORED,
    /** The record refers to it: it counts, but none of its effects is visible. */
    RECORD_CHANGED,
    /** Its messages are visible. */
    MESSAGES_PUBLISHED,
    /** Its partial results are visible. */
    RESULTS_PUBLISHED,
    /** What it made superfluous is removed. */
    TRIMMED
  }

  /** Passes everywhere. */
  CrashPoint NONE = (thread, step) -> {};

  /** Called when a step is done; what it throws ends the commit there. */
  void passed(String thread, Step step);
}
