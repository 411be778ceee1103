package io.leverage.peer.internal.watch;

import java.time.Instant;

/**
 * Something that happened, as the peer saw it that made or noticed it.
 *
 * @param number counts this peer's events, from 0
 * @param time by this peer's clock, for people
 * @param subject a thread's id, a virtual computer's id, or a peer's name
 * @param epoch of the thread; 0 of anything else
 * @param text the reason, in a sentence; of a line, the line
 */
public record Event(
    long number, Instant time, EventKind kind, String subject, long epoch, String text) {

  /** Tells whether it concerns a thread, a virtual computer with all its threads, or a peer. */
  boolean concerns(String about) {
    return about.isEmpty() || subject.equals(about) || subject.startsWith(about + "/");
  }
}
