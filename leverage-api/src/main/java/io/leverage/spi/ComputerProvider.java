package io.leverage.spi;

import java.util.Optional;

/** Opens virtual computers; found by {@link java.util.ServiceLoader}. */
public interface ComputerProvider {
  /**
   * Opens a virtual computer.
   *
   * @param workers the quota of workers
   * @param peer {@code host:port} of the peer to reach; empty for the default
   * @return the session
   */
  ComputerSession open(int workers, Optional<String> peer);
}
