package io.leverage.peer.internal.access;

import java.nio.file.Path;

/**
 * The user's own folder for Leverage: the system property {@code leverage.home}, else the
 * environment variable {@code LEVERAGE_HOME}, else {@code ~/.leverage}.
 */
public final class LeverageHome {
  private LeverageHome() {}

  /** Gets the folder; it need not exist. */
  public static Path path() {
    String property = System.getProperty("leverage.home", "");
    if (!property.isBlank()) {
      return Path.of(property);
    }
    String variable = System.getenv("LEVERAGE_HOME");
    return variable != null && !variable.isBlank()
        ? Path.of(variable)
        : Path.of(System.getProperty("user.home"), ".leverage");
  }

  static Path tokens() {
    return path().resolve("tokens");
  }

  /** Gets the default data folder of the peer on a port. */
  public static Path data(int port) {
    return path().resolve("data").resolve(Integer.toString(port));
  }
}
