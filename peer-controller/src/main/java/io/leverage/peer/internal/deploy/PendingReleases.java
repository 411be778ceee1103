package io.leverage.peer.internal.deploy;

import io.leverage.LeverageException;
import io.leverage.peer.internal.checkpoint.Recovery;
import io.leverage.peer.internal.record.ThreadRecord;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives threads back that this peer owns and can't run. What the mesh can't take now is tried again
 * until it does: else a thread would belong for ever to a live peer that doesn't run it.
 */
final class PendingReleases {
  private static final Logger log = LoggerFactory.getLogger(PendingReleases.class);

  private record Release(String thread, long epoch, String reason, boolean crashed) {}

  private final Map<Release, Boolean> pending = new ConcurrentHashMap<>();
  private final Recovery recovery;
  private final String self;

  PendingReleases(Recovery recovery, String self) {
    this.recovery = recovery;
    this.self = self;
  }

  /** Gives a thread back, now or as soon as the mesh can take it. */
  void release(String thread, long epoch, String reason, boolean crashed) {
    Release release = new Release(thread, epoch, reason, crashed);
    pending.put(release, true);
    attempt(release);
  }

  /** Adds to a thread's story, if the mesh can take it now. */
  void note(String thread, String event) {
    try {
      recovery.note(thread, event);
    } catch (LeverageException e) {
      log.info("{}: {} (not noted: {})", thread, event, e.getMessage());
    }
  }

  /** As {@link #note}, of an incarnation that another one has overtaken and that has not ended. */
  void noteStopped(String thread, ThreadRecord stopped, String event) {
    try {
      recovery.noteStopped(thread, stopped, event);
    } catch (LeverageException e) {
      log.info("{}: {} (not noted: {})", thread, event, e.getMessage());
    }
  }

  /** Tries again what could not be given back. */
  void retry() {
    pending.keySet().forEach(this::attempt);
  }

  private void attempt(Release release) {
    try {
      recovery.release(
          release.thread(), release.epoch(), self, "", release.reason(), release.crashed());
      pending.remove(release);
    } catch (LeverageException e) {
      log.warn("{} can't be given back yet: {}", release.thread(), e.getMessage());
    }
  }
}
