package io.leverage.peer.internal.restore;

import io.leverage.LeverageException;
import io.leverage.peer.internal.mesh.Mesh;
import io.leverage.peer.internal.record.RecordInput;
import io.leverage.peer.internal.record.RecordOutput;
import io.leverage.peer.internal.record.StoreKeys;
import io.leverage.peer.internal.store.StateStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets peers leave one at a time, each when all values have all their copies: else those that are
 * told to end at once would take all copies of some value with them.
 */
public final class Departure {
  private static final Logger LOG = LoggerFactory.getLogger(Departure.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 50;
  private static final int FORMAT = 1;

  private final StateStore store;
  private final Mesh mesh;
  private final IntPredicate settled;
  private final SecureRandom nonces = new SecureRandom();

  /**
   * Creates the role.
   *
   * @param settled tells whether all values have all their copies on a mesh of so many peers
   */
  public Departure(StateStore store, Mesh mesh, IntPredicate settled) {
    this.store = store;
    this.mesh = mesh;
    this.settled = settled;
  }

  /** What a peer that leaves is to do with its journal. */
  public enum Keep {
    /** Keep it: it is needed when the mesh comes back. */
    ALL,
    /** Keep a mark that there is a mesh elsewhere, which has all of it. */
    MARK,
    /** Keep nothing: there is nothing. */
    NOTHING
  }

  /** Waits until this peer can leave. */
  public Keep await() {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < PATIENCE.toNanos()) {
      try {
        int peers = mesh.peers().size();
        if (peers <= 1) {
          return hasComputers() ? Keep.ALL : Keep.NOTHING;
        }
        if (isOurTurn() && settled.test(peers)) {
          return hasComputers() ? Keep.MARK : Keep.NOTHING;
        }
      } catch (LeverageException e) { // the mesh changes
        LOG.debug("leaving in a moment", e);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
    LOG.warn("leaving before all that this peer holds has copies elsewhere");
    return Keep.ALL;
  }

  private boolean hasComputers() {
    return !store.keys(StoreKeys.computers()).isEmpty();
  }

  private boolean isOurTurn() {
    byte[] present = store.get(StoreKeys.meshLeaving());
    String leaving =
        present == null ? "" : new RecordInput(present, FORMAT, "turn").skipRevision().text();
    if (leaving.equals(mesh.self())) {
      return true;
    }
    if (mesh.contains(leaving)) {
      return false;
    }
    byte[] next =
        RecordOutput.changing(FORMAT, present, nonces.nextLong()).text(mesh.self()).toBytes();
    return store.compareAndSet(StoreKeys.meshLeaving(), present, next);
  }
}
