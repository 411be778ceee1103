package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A program as somebody at a terminal has it: lines come out, lines go in, and it ends. */
final class RunningProgram implements AutoCloseable {
  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private final Supplier<String> logs;

  RunningProgram(Process process, Consumer<String> onLine, Supplier<String> logs) {
    this.process = process;
    this.logs = logs;
    this.reader = new Thread(() -> read(onLine));
    reader.start();
  }

  private void read(Consumer<String> onLine) {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
        onLine.accept(line);
      }
    } catch (IOException e) {
      lines.add("the program's output broke off: " + e);
    }
  }

  /** Gets what it has printed so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Waits for a line with a prefix and gets the rest of it. */
  String awaitLine(String prefix) {
    LocalMeshOfProcesses.eventually(
        "the program prints '" + prefix + "'",
        () -> {
          boolean there = lines.stream().anyMatch(line -> line.startsWith(prefix));
          assertThat(there || process.isAlive())
              .as("the program ended without '%s': %s%s", prefix, lines, logs.get())
              .isTrue();
          return there;
        });
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .findFirst()
        .map(line -> line.substring(prefix.length()))
        .orElseThrow();
  }

  /** Types a line. */
  void type(String line) throws IOException {
    BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8);
    in.write(line);
    in.newLine();
    in.flush();
  }

  /** Waits for its end and gets its exit code. */
  int exit() throws InterruptedException {
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    assertThat(ended).as("the program ended; %s", logs.get()).isTrue();
    reader.join();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
