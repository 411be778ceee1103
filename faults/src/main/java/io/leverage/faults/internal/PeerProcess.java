package io.leverage.faults.internal;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A peer, as {@code leverage peer} runs it, in a process of its own; dies, and is started again. */
final class PeerProcess {
  private static final int PORT = 7400;

  private final Network network;
  private final int machine;
  private final int port;
  private final Path folder;
  private final List<String> options;
  private final LogTail log;
  private @Nullable Process process;
  private List<ProcessHandle> workers = List.of();
  private long startedAt;

  PeerProcess(Network network, int machine, int port, Path folder, List<String> options) {
    this.network = network;
    this.machine = machine;
    this.port = port;
    this.folder = folder;
    this.options = options;
    this.log = new LogTail(logFile());
  }

  /** Finds base ports for so many peers that share the loopback address. */
  static int firstPort(Network network) {
    return network.canFail() ? PORT : 12_000 + (int) (ProcessHandle.current().pid() % 17_000);
  }

  String address() {
    return network.host(machine) + ":" + port;
  }

  int machine() {
    return machine;
  }

  LogTail log() {
    return log;
  }

  Path logFile() {
    return folder.resolve("peer-" + machine + ".log");
  }

  Path data() {
    return folder.resolve("peer-" + machine);
  }

  Path crashFile() {
    return folder.resolve("peer-" + machine + ".crash");
  }

  /** When it was started, in the order of starts. */
  long startedAt() {
    return startedAt;
  }

  void start(String join) {
    log.forget();
    List<String> command = new ArrayList<>(network.on(machine));
    command.addAll(
        java(folder, "-Xmx192m", "-Dleverage.crash.file=" + crashFile(), "-Dleverage.results.keep=1"));
    command.addAll(
        List.of(
            "io.leverage.peer.cli.Leverage", "peer", "--host", network.host(machine), "--port",
            "" + port, "--slots", "2", "--join", join, "--data", data().toString()));
    command.addAll(options);
    ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(logFile().toFile());
    try {
      Files.deleteIfExists(crashFile());
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(output)
              .redirectError(output)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    startedAt = System.nanoTime();
  }

  /** The beginning of the command of a JVM that is no burden to the machine. */
  static List<String> java(Path folder, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dleverage.home=" + folder.resolve("home"),
            "-Dleverage.worker.heap=64m",
            "-Dlogback.configurationFile=leverage-logback.xml",
            "-cp",
            System.getProperty("java.class.path") + File.pathSeparator));
    command.addAll(1, List.of(options));
    return command;
  }

  boolean isAlive() {
    Process present = process;
    return present != null && present.isAlive();
  }

  long pid() {
    return running().pid();
  }

  List<ProcessHandle> workers() {
    return isAlive() ? running().toHandle().descendants().toList() : workers;
  }

  /** {@code kill -9}. */
  void kill() {
    workers = workers();
    running().destroyForcibly();
  }

  /** SIGTERM: it is to leave. */
  void terminate() {
    workers = workers();
    running().destroy();
  }

  /** SIGSTOP, of the peer alone or with its workers. */
  void freeze(boolean withWorkers) {
    workers = workers();
    Commands.signal("STOP", pid());
    if (withWorkers) {
      workers.forEach(worker -> Commands.signal("STOP", worker.pid()));
    }
  }

  /** SIGCONT. */
  void thaw() {
    workers.forEach(worker -> Commands.signal("CONT", worker.pid()));
    Commands.signal("CONT", pid());
  }

  /** Gets a worker that has outlived its dead peer. */
  Optional<ProcessHandle> orphan() {
    return isAlive() ? Optional.empty() : workers.stream().filter(ProcessHandle::isAlive).findAny();
  }

  private Process running() {
    Process present = process;
    if (present == null) {
      throw new IllegalStateException("peer " + machine + " was not started");
    }
    return present;
  }
}
