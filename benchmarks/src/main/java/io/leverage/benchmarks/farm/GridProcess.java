package io.leverage.benchmarks.farm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of a system that is measured: one of its members, or its program. */
final class GridProcess implements AutoCloseable {
  private static final int PARTING_SECONDS = 20;

  private final String name;
  private final Path log;
  private final Process process;
  private final BufferedReader out;

  GridProcess(String name, List<String> command, Path folder) throws IOException {
    this.name = name;
    this.log = folder.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
            .directory(folder.toFile());
    builder.environment().put("LEVERAGE_HOME", folder.resolve("home").toString());
    this.process = builder.start();
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Waits until it is up. */
  void awaitReady() throws IOException {
    var unused = await("ready");
  }

  /** Has the program do something, and waits for what it says. */
  String[] ask(String line) throws IOException {
    process.outputWriter(StandardCharsets.UTF_8).append(line).append('\n').flush();
    return await("took ").split(" ");
  }

  private String await(String part) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(part)) {
        return line;
      }
    }
    throw new IOException(name + " has ended early; see " + log);
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.destroy();
      if (!process.waitFor(PARTING_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
