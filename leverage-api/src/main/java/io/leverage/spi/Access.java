package io.leverage.spi;

import io.leverage.PinnedException;
import io.leverage.RefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the runtime behind an API call: the {@link ThreadHost} of the virtual thread that runs on
 * the calling OS thread, else the program's own {@link ComputerSession}.
 */
public final class Access {
  private static final ThreadLocal<@Nullable ThreadHost> CURRENT = new ThreadLocal<>();
  private static final Map<String, ComputerSession> SESSIONS = new ConcurrentHashMap<>();

  private Access() {}

  /**
   * Says which virtual thread runs on the calling OS thread. Called by carriers.
   *
   * @param host the virtual thread's host; null when it leaves the carrier
   */
  public static void enter(@Nullable ThreadHost host) {
    if (host == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(host);
    }
  }

  /** Tells whether a virtual thread runs on the calling OS thread. */
  public static boolean isInThread() {
    return CURRENT.get() != null;
  }

  /**
   * Gets the host of the virtual thread that runs on the calling OS thread.
   *
   * @param call the API call, for the message
   * @throws RefusedException outside virtual threads
   */
  public static ThreadHost inThread(String call) {
    ThreadHost host = CURRENT.get();
    if (host == null) {
      throw new RefusedException(
          call
              + " works only inside a virtual thread: give the task to VirtualComputer.start(...)"
              + " and call it from there, on the thread that runs the task.");
    }
    return host;
  }

  /**
   * Makes the exception for a waiting call that was reached through a frame that can't be captured.
   *
   * @param call the API call
   * @return the exception
   * @throws RefusedException outside virtual threads
   */
  public static PinnedException pinned(String call) {
    var unused = inThread(call);
    return new PinnedException(call);
  }

  /** Finds the access to a virtual computer's globals. */
  public static GlobalAccess of(String computer) {
    ThreadHost host = CURRENT.get();
    return host != null && host.computer().equals(computer) ? host : session(computer);
  }

  /**
   * Finds this program's session with a virtual computer.
   *
   * @throws RefusedException if there is none
   */
  public static ComputerSession session(String computer) {
    ComputerSession session = SESSIONS.get(computer);
    if (session == null) {
      throw new RefusedException(
          "this program has no open session with the virtual computer "
              + computer
              + ": it was closed, or a handle was used inside a virtual thread, where only"
              + " VirtualThread.current() and global variables can be used.");
    }
    return session;
  }

  /** Opens a session through the provider that the class path has. */
  public static ComputerSession open(int workers, Optional<String> peer) {
    ComputerProvider provider =
        ServiceLoader.load(ComputerProvider.class)
            .findFirst()
            .or(
                () ->
                    ServiceLoader.load(ComputerProvider.class, Access.class.getClassLoader())
                        .findFirst())
            .orElseThrow(
                () ->
                    new RefusedException(
                        "no Leverage runtime on the class path: run the program with"
                            + " 'leverage run', or add io.leverage:peer-controller to it."));
    ComputerSession session = provider.open(workers, peer);
    SESSIONS.put(session.id(), session);
    return session;
  }

  /** Forgets a session that was closed. Called by sessions. */
  public static void closed(String computer) {
    SESSIONS.remove(computer);
  }
}
