package io.leverage.peer.internal.deploy;

import io.leverage.LeverageException;
import io.leverage.peer.internal.checkpoint.Recovery;
import io.leverage.peer.internal.record.ThreadRecord;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives threads back that this peer owns and can't run. What the mesh can't take now is tried again
 * until it does: else a thread would belong for ever to a live peer that doesn't run it.
 */
final class PendingReleases {
  private static final Logger log = LoggerFactory.getLogger(PendingReleases.class);

  private record Release(String thread, long epoch, String reason, boolean crashed) {}

  private final Set<Release> pending = ConcurrentHashMap.newKeySet();
  private final Recovery recovery;
  private final String self;
  private final ChangeNotices notices;
  private final Coalesced retrying;

  PendingReleases(
      Recovery recovery,
      String self,
      ChangeNotices notices,
      Executor executor,
      ScheduledExecutorService timer) {
    this.recovery = recovery;
    this.self = self;
    this.notices = notices;
    this.retrying = new Coalesced(executor, timer, "giving threads back", this::retry);
  }

  /** Gives a thread back, now or as soon as the mesh can take it. */
  void release(String thread, long epoch, String reason, boolean crashed) {
    Release release = new Release(thread, epoch, reason, crashed);
    pending.add(release);
    try {
      attempt(release);
    } catch (LeverageException e) {
      log.warn("{} can't be given back yet: {}", thread, e.getMessage());
      retrying.ask();
    }
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

  /** Tries again what could not be given back: all of it, before it says what still can't. */
  private void retry() {
    LeverageException failure = null;
    for (Release release : pending) {
      try {
        attempt(release);
        notices.threadChanged(release.thread());
      } catch (LeverageException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void attempt(Release release) {
    recovery.release(
        release.thread(), release.epoch(), self, "", release.reason(), release.crashed());
    pending.remove(release);
  }
}
