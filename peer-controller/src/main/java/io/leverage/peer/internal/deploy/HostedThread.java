package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.checkpoint.Committer;
import io.leverage.peer.internal.record.ThreadRecord;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** An incarnation of a thread that a worker of this peer runs. */
final class HostedThread {
  private static final int MOST_EVENTS = 8;

  private final long epoch;
  private final Committer committer;
  private final Queue<String> events = new ArrayDeque<>();
  private final long since = System.nanoTime();
  private volatile long bytes;

  HostedThread(long epoch, Committer committer, long bytes) {
    this.epoch = epoch;
    this.committer = committer;
    this.bytes = bytes;
  }

  long epoch() {
    return epoch;
  }

  Committer committer() {
    return committer;
  }

  /** Gets when it came, by {@link System#nanoTime()}. */
  long since() {
    return since;
  }

  /** Gets how large its image was at its last commit. */
  long bytes() {
    return bytes;
  }

  void setBytes(long newBytes) {
    bytes = newBytes;
  }

  /** Keeps what happened to it until its next commit; of much, the newest. */
  synchronized void note(String event) {
    if (events.size() == MOST_EVENTS) {
      events.remove();
    }
    events.add(event);
  }

  synchronized List<String> takeEvents() {
    List<String> all = List.copyOf(events);
    events.clear();
    return all;
  }

  /** Tells whether a record is of this incarnation, or of its end. */
  boolean isOf(ThreadRecord record, String self) {
    return record.epoch() == epoch && (record.owner().equals(self) || record.state().ended());
  }
}
