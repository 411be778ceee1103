package io.leverage.peer.internal.deploy;

import io.leverage.peer.internal.unit.Link;
import io.leverage.peer.internal.unit.RequestHandler;

/** Starts workers. They are not configured yet, and load no user code before they are. */
@FunctionalInterface
public interface WorkerLauncher {
  /** A worker that was started. */
  interface Launched extends AutoCloseable {
    /** Gets the link to it. */
    Link link();

    /** Says how it ended, once its link is closed; may wait a moment for it. */
    String obituary();

    /** Ends it at once; does nothing if it has ended. */
    @Override
    void close();
  }

  /**
   * Starts a worker.
   *
   * @param computer the virtual computer that it will work for
   * @param handler answers what it sends
   * @throws io.leverage.UnreachableException if it can't be started
   */
  Launched launch(String computer, RequestHandler handler);
}
