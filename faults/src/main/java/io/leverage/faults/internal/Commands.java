package io.leverage.faults.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands of the operating system. */
final class Commands {
  private Commands() {}

  /** Runs a command and returns what it printed; complains if it fails. */
  static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String printed =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int exit = process.waitFor();
      if (exit != 0) {
        throw new IllegalStateException(List.of(command) + " ended with " + exit + ": " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in " + List.of(command), e);
    }
  }

  /** Tells whether a command can be run, and succeeds. */
  static boolean succeeds(String... command) {
    try {
      run(command);
      return true;
    } catch (IllegalStateException | UncheckedIOException e) {
      return false;
    }
  }

  /** Sends a signal to a process; nothing happens if it has ended. */
  static void signal(String signal, long pid) {
    var unused = succeeds("kill", "-" + signal, Long.toString(pid));
  }
}
