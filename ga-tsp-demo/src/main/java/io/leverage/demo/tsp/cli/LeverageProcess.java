package io.leverage.demo.tsp.cli;

import io.leverage.peer.cli.Leverage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Starts the command line {@code leverage} as child processes, with this process's Java, options
 * and class path, and a home folder of their own. They end with this process.
 */
final class LeverageProcess implements AutoCloseable {
  private static final String MAIN = Leverage.class.getName();
  private static final String HOME = "leverage.home";
  private static final int END_SECONDS = 5;

  private final Path folder;
  private final List<Process> children = new ArrayList<>();
  private final Thread atExit = new Thread(this::destroyAll, "demo-exit");

  /**
   * Creates a starter of processes.
   *
   * @param folder for their home and logs
   */
  LeverageProcess(Path folder) {
    this.folder = folder;
    System.setProperty(HOME, home());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Starts {@code leverage ARGS} on an emulated machine; its output goes to {@code NAME.log}. */
  Process startLogged(String name, List<String> prefix, List<String> args) throws IOException {
    File log = folder.resolve(name + ".log").toFile();
    List<String> command = new ArrayList<>(prefix);
    command.addAll(command(args));
    return start(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log));
  }

  /** Starts {@code leverage ARGS} on an emulated machine; its output can be read. */
  Process startPiped(List<String> prefix, List<String> args) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(command(args));
    return start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
  }

  /** Starts another program on an emulated machine; its output can be read. */
  Process startJava(List<String> prefix, String main, List<String> args) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(java());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(args);
    return start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Reads what a process has written into its log until now. */
  String log(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".log"), StandardCharsets.UTF_8);
  }

  /** Starts {@code leverage ARGS} whose output can be read; its errors go to ours. */
  Process startPiped(List<String> args) throws IOException {
    return start(new ProcessBuilder(command(args)).redirectError(ProcessBuilder.Redirect.INHERIT));
  }

  /**
   * Runs {@code leverage ARGS} in this process.
   *
   * @return its standard output; empty if it fails
   */
  String query(String... args) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    boolean good = Leverage.run(List.of(args), out, err) == 0;
    return good ? output.toString(StandardCharsets.UTF_8) : "";
  }

  private synchronized Process start(ProcessBuilder builder) throws IOException {
    builder.environment().put("LEVERAGE_HOME", home());
    Process process = builder.redirectInput(ProcessBuilder.Redirect.PIPE).start();
    children.removeIf(child -> !child.isAlive());
    children.add(process);
    return process;
  }

  private String home() {
    return folder.resolve("home").toString();
  }

  private static List<String> command(List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(java());
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!option.startsWith("-agentlib") && !option.startsWith("-javaagent")) {
        command.add(option);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(MAIN);
    command.addAll(args);
    return command;
  }

  private synchronized List<ProcessHandle> destroyAll() {
    // A peer's workers as well: they would end by themselves, only a little later.
    List<ProcessHandle> all =
        children.stream()
            .flatMap(child -> Stream.concat(child.descendants(), Stream.of(child.toHandle())))
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    return all;
  }

  @Override
  public void close() {
    for (ProcessHandle process : destroyAll()) {
      var unused =
          process.onExit().completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS).join();
    }
    System.clearProperty(HOME);
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // This JVM is ending, and the hook has just run.
      return;
    }
  }
}
