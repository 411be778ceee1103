package io.leverage.faults.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The program whose threads run on the mesh, as a user would run it. */
final class Program implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** So few that they are as many as can be before memory is measured. */
  private static final int KEPT_BYTES = 8 << 10;

  private final Process process;
  private final ConcurrentHashMap<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicLong progress = new AtomicLong();
  private final List<Long> arrivals = new CopyOnWriteArrayList<>();

  Program(
      Jvm jvm,
      Network network,
      Path folder,
      Path jar,
      List<String> peers,
      int workers,
      String... more) {
    List<String> command = new ArrayList<>(network.on(0));
    command.addAll(jvm.command(folder, List.of("-Xmx128m")));
    command.addAll(
        List.of(
            "io.leverage.peer.cli.Leverage",
            "run",
            "--peer",
            String.join(",", peers),
            jar.toString(),
            "" + workers));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(
                ProcessBuilder.Redirect.appendTo(folder.resolve("program.err").toFile()));
    builder.environment().put("JDK_JAVA_OPTIONS", "-Dleverage.partialResults.kept=" + KEPT_BYTES);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread reader = new Thread(this::read, "program's output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        if (word.equals("progress")) {
          progress.incrementAndGet();
        } else if (word.equals("tick")) {
          arrivals.add(System.nanoTime());
        } else {
          answers.put(word, line.substring(space + 1));
        }
      }
    } catch (IOException e) {
      answers.put("broken", e.toString());
    }
  }

  /** When its ticks came, in nanoseconds; those before are forgotten. */
  List<Long> takeTicks() {
    List<Long> ticks = List.copyOf(arrivals);
    arrivals.clear();
    return ticks;
  }

  /** Waits for so many more ticks. */
  void awaitTicks(int ticks) {
    int goal = arrivals.size() + ticks;
    if (!Wait.until(PATIENCE, () -> arrivals.size() >= goal)) {
      throw new Violation("the thread does not tick");
    }
  }

  /** Gets the process that runs the program's own code. */
  long pid() {
    return process.descendants().map(ProcessHandle::pid).findFirst().orElseGet(process::pid);
  }

  /** Begins a round and gets the id of its virtual computer. */
  String round(long seed) {
    return ask("round " + seed, "opened");
  }

  /** Starts one more thread. */
  void startOne(long number) {
    var unused = ask("start " + number, "started");
  }

  /** Ends the round and gets what its audit found. */
  String audit() {
    String found = ask("stop", "audit");
    await("closed");
    return found;
  }

  /** Waits until its threads have come further. */
  void awaitProgress(int reports) {
    long goal = progress.get() + reports;
    if (!Wait.until(PATIENCE, () -> progress.get() >= goal)) {
      throw new Violation("its threads do not go on");
    }
  }

  private String ask(String command, String answer) {
    answers.remove(answer);
    answers.remove("closed");
    Writer out = process.outputWriter(StandardCharsets.UTF_8);
    try {
      out.write(command + "\n");
      out.flush();
    } catch (IOException e) {
      throw new Violation("the program has ended: " + e.getMessage());
    }
    return await(answer);
  }

  private String await(String answer) {
    if (!Wait.until(PATIENCE, () -> answers.containsKey(answer) || !process.isAlive())
        || !answers.containsKey(answer)) {
      throw new Violation(
          process.isAlive() ? "the program waits for '" + answer + "'" : "the program has ended");
    }
    return answers.getOrDefault(answer, "");
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
