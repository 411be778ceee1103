package io.leverage.faults.internal;

import io.leverage.peer.PeerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A peer, as {@code leverage peer} runs it, in a process of its own; dies, and is started again.
 */
final class PeerProcess {
  private static final int KEEP_RESULTS_SECONDS = 1;

  /** So few that they are as many as can be before memory is measured. */
  private static final int EVENTS = 500;

  private final Jvm jvm;
  private final Network network;
  private final int machine;
  private final int port;
  private final Path folder;
  private final List<String> options;
  private final LogTail log;
  private final FakeClock clock;
  private @Nullable Process process;
  private List<ProcessHandle> workers = List.of();
  private long startedAt;

  PeerProcess(
      Jvm jvm,
      Network network,
      int machine,
      int port,
      Path folder,
      List<String> options,
      boolean fakeClock) {
    this.jvm = jvm;
    this.network = network;
    this.machine = machine;
    this.port = port;
    this.folder = folder;
    this.options = options;
    this.log = new LogTail(logFile());
    this.clock = new FakeClock(folder.resolve("peer-" + machine + ".clock"));
    if (fakeClock) {
      clock.set(0);
    }
  }

  /** The base port to begin with: peers may share the loopback address with other campaigns'. */
  static int firstPort() {
    return 12_000 + (int) (ProcessHandle.current().pid() % 17_000);
  }

  String address() {
    return network.host(machine) + ":" + port;
  }

  /** Where Prometheus would look. */
  URI metrics() {
    int metricsPort = port + PeerAddress.METRICS_OFFSET;
    return URI.create("http://" + network.host(machine) + ":" + metricsPort + "/metrics");
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

  /** What its clock says; it can be set only if it is a fake one. */
  FakeClock clock() {
    return clock;
  }

  /** When it was started, in the order of starts. */
  long startedAt() {
    return startedAt;
  }

  void start(String join) {
    log.forget();
    List<String> command = new ArrayList<>(network.on(machine));
    command.addAll(
        jvm.command(
            folder,
            List.of(
                "-Xmx192m",
                "-Dleverage.crash.file=" + crashFile(),
                "-Dleverage.results.keep=" + KEEP_RESULTS_SECONDS,
                "-Dleverage.events=" + EVENTS)));
    command.addAll(
        List.of(
            "io.leverage.peer.cli.Leverage",
            "peer",
            "--host",
            network.host(machine),
            "--port",
            "" + port,
            "--slots",
            "2",
            "--join",
            join,
            "--data",
            data().toString()));
    command.addAll(options);
    ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(logFile().toFile());
    try {
      Files.deleteIfExists(crashFile());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(output)
              .redirectError(output);
      builder.environment().putAll(clock.environment());
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    startedAt = System.nanoTime();
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

  /** SIGQUIT: it writes the stacks of its threads into its log. */
  void dumpThreads() {
    Commands.signal("QUIT", pid());
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
