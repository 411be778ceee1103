package io.leverage.peer.internal.watch;

import java.util.Locale;

/** What can happen: the one vocabulary of logs, metrics, {@code leverage logs} and the manual. */
public enum EventKind {
  /** A thread was submitted and waits for a worker. */
  THREAD_STARTED,
  /** A peer took a thread: a new epoch began. */
  THREAD_CLAIMED,
  /** A thread has no peer: it was given back, or the worker below it died. */
  THREAD_RELEASED,
  /** A thread came to its end: it returned, failed or was cancelled. */
  THREAD_ENDED,
  /** An incarnation of a thread was fenced: another one goes on. */
  THREAD_FENCED,
  /** Something that the worker says of a thread, such as a checkpoint that its state refused. */
  THREAD_NOTE,
  /** A line that a thread printed. */
  LINE,
  /** A line that a thread printed to its errors. */
  ERROR_LINE,
  /** A worker was started. */
  WORKER_STARTED,
  /** A worker died by itself. */
  WORKER_LOST,
  /** A worker was dismissed, and its threads given back. */
  WORKER_DISMISSED,
  /** A virtual computer was opened, or its quota changed. */
  COMPUTER_OPENED,
  /** A peer was enrolled as a worker of a virtual computer. */
  COMPUTER_ENROLLED,
  /** A peer would not be a worker, or is one no more. */
  COMPUTER_LOST_WORKER,
  /** A peer took the role of a virtual computer's deployer from another one. */
  COMPUTER_TAKEN,
  /** A virtual computer was closed. */
  COMPUTER_CLOSED,
  /** This peer is up. */
  PEER_STARTED,
  /** This peer sees a peer that it did not see before. */
  PEER_JOINED,
  /** This peer sees a peer no more: it left, died, or can't be reached. */
  PEER_LOST,
  /** This peer was told to end. */
  PEER_LEAVING;

  /** Gets the name that people and metrics use, such as {@code thread-claimed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Tells whether it is a line that a thread printed. */
  public boolean isLine() {
    return this == LINE || this == ERROR_LINE;
  }
}
