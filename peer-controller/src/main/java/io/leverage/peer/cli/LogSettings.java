package io.leverage.peer.cli;

import java.nio.file.Path;
import java.util.Optional;

/** How a peer logs. {@code leverage-logback.xml} reads it when the first logger is made. */
final class LogSettings {
  private LogSettings() {}

  /** Sets it; before the first logger is made. */
  static void set(Optional<String> format, Optional<String> file) throws UsageException {
    String chosen = format.orElse("text");
    if (!chosen.equals("text") && !chosen.equals("json")) {
      throw new UsageException("--log-format is text or json, not '%s'".formatted(chosen));
    }
    System.setProperty("leverage.log.format", chosen);
    file.ifPresent(
        name -> {
          System.setProperty("leverage.log.file", Path.of(name).toAbsolutePath().toString());
          System.setProperty("leverage.log.to", "FILE");
        });
  }
}
