package io.leverage.demo.tsp.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines that a process prints, read by a thread so that waiting for one can be limited. */
final class ProgramOutput {
  private static final int MOST_LINES = 10_000;

  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>(MOST_LINES);
  private final BufferedReader reader;

  private ProgramOutput(BufferedReader reader) {
    this.reader = reader;
  }

  static ProgramOutput of(Process process) {
    ProgramOutput output = new ProgramOutput(process.inputReader(StandardCharsets.UTF_8));
    Thread thread = new Thread(output::readAll, "demo-program-output");
    thread.setDaemon(true);
    thread.start();
    return output;
  }

  private void readAll() {
    try {
      String line = reader.readLine();
      while (line != null) {
        lines.put(Optional.of(line));
        line = reader.readLine();
      }
      lines.put(Optional.empty());
    } catch (IOException e) {
      // The process was destroyed while its output was read.
      boolean unused = lines.offer(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Gets the next line; empty after the last one.
   *
   * @throws DemoException if none comes for long
   */
  Optional<String> next(int seconds) throws InterruptedException, DemoException {
    Optional<String> line = lines.poll(seconds, TimeUnit.SECONDS);
    if (line == null) {
      throw new DemoException("the program has printed nothing for " + seconds + " s");
    }
    return line;
  }
}
