package io.leverage.peer.internal.record;

import io.leverage.RefusedException;

/**
 * The full id of a virtual thread, {@code COMPUTER/NAME}. The name may hold any character.
 *
 * @param computer the virtual computer's id, without a slash
 * @param name the name within it
 */
public record ThreadId(String computer, String name) {
  private static final int LONGEST = 300;

  /**
   * Reads an id.
   *
   * @throws RefusedException if it isn't one
   */
  public static ThreadId parse(String id) {
    int slash = id.indexOf('/');
    if (slash < 1 || slash == id.length() - 1) {
      throw new RefusedException(
          "'"
              + id
              + "' is not the id of a virtual thread: write COMPUTER/NAME, as 'leverage ps'"
              + " lists it");
    }
    if (id.length() > LONGEST) {
      throw new RefusedException(
          "the thread's id has "
              + id.length()
              + " characters: choose a name that keeps it below "
              + LONGEST);
    }
    return new ThreadId(id.substring(0, slash), id.substring(slash + 1));
  }

  @Override
  public String toString() {
    return computer + "/" + name;
  }
}
