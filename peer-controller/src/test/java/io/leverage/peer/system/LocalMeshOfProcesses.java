package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Real peers, each a JVM of its own, on loopback; and programs that run on them. */
final class LocalMeshOfProcesses implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final List<Process> peers = new ArrayList<>();
  private final List<RunningProgram> programs = new ArrayList<>();
  private final List<Integer> ports = new ArrayList<>();
  private String entry = "";

  LocalMeshOfProcesses(Path folder) {
    this.folder = folder;
  }

  /** What a command printed. */
  record Printed(int exit, String out, String err) {}

  /** Starts peers and waits until each sees all of them. */
  LocalMeshOfProcesses start(int count) throws IOException {
    try {
      return startAll(count);
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private LocalMeshOfProcesses startAll(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      startPeer();
    }
    for (int port : ports) {
      eventually(
          "peer " + port + " sees " + count + " peers",
          () -> {
            assertThat(peers).as("all peers run; %s", logs()).allMatch(Process::isAlive);
            return sees(port, count);
          });
    }
    return this;
  }

  /** Read from its log: a command would be one more JVM to start, each time. */
  private boolean sees(int port, int count) {
    String log = text(logOf(port));
    return log.contains("is ready") && log.contains("sees " + count + " peers");
  }

  /** Starts a peer whose threads stay where they are, unless they are moved on request. */
  void startPeer() throws IOException {
    startPeer("-Dleverage.balance=false", "-Dleverage.speed=1");
  }

  /** Starts a peer with options of its JVM. */
  void startPeer(String... options) throws IOException {
    int port = freePort();
    peers.add(launch(port, ports.isEmpty() ? "none" : address(ports.get(0)), options));
    ports.add(port);
  }

  /** Starts a peer that has ended again, on its address and data folder. */
  void restart(int peer) throws IOException {
    String others =
        ports.stream()
            .filter(port -> !port.equals(ports.get(peer)))
            .map(this::address)
            .collect(Collectors.joining(","));
    peers.set(peer, launch(ports.get(peer), others, "-Dleverage.balance=false"));
  }

  private Process launch(int port, String join, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("peer", "--port", "" + port, "--slots", "2"));
    arguments.addAll(List.of("--join", join));
    arguments.addAll(List.of("--data", dataOf(port).toString()));
    ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(logOf(port).toFile());
    ProcessBuilder command = command(arguments);
    command.command().addAll(1, List.of(options));
    return command.redirectOutput(log).redirectError(log).start();
  }

  private Path dataOf(int port) {
    return folder.resolve("peer-" + port);
  }

  private Path logOf(int port) {
    return folder.resolve("peer-" + port + ".log");
  }

  /** Gets the data folder of a peer. */
  Path data(int peer) {
    return dataOf(ports.get(peer));
  }

  /** Gets what a peer logged. */
  String log(int peer) {
    return text(logOf(ports.get(peer)));
  }

  String address(int port) {
    return "127.0.0.1:" + port;
  }

  String addressOf(int peer) {
    return address(ports.get(peer));
  }

  /** {@code kill -9} of a peer. */
  void kill(int peer) {
    peers.get(peer).destroyForcibly();
  }

  /** Asks a peer to end, as SIGTERM does. */
  void terminate(int peer) {
    peers.get(peer).destroy();
  }

  /** Waits until a peer's process has ended. */
  void awaitEnd(int peer) {
    peers.get(peer).onExit().join();
  }

  /** Programs that begin later reach the mesh through these peers, in their order. */
  void enterThrough(int... peers) {
    entry = Arrays.stream(peers).mapToObj(this::addressOf).collect(Collectors.joining(","));
  }

  /** Runs a program at the first peer to its good end and hands its lines on as they come. */
  List<String> run(Path jar, Consumer<String> onLine, String... arguments)
      throws IOException, InterruptedException {
    RunningProgram program = begin(jar, onLine, arguments);
    assertThat(program.exit()).as("exit of the program; %s", logs()).isZero();
    return program.lines();
  }

  /** Begins to run a program at the first peer. */
  RunningProgram begin(Path jar, Consumer<String> onLine, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("run", "--peer", entry.isEmpty() ? addressOf(0) : entry, jar.toString()));
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("program.err");
    RunningProgram program =
        new RunningProgram(
            command(command).redirectError(errors.toFile()).start(), onLine, this::logs);
    programs.add(program);
    return program;
  }

  /** Begins a command of the command line that goes on until it is ended. */
  RunningProgram begin(String... arguments) throws IOException {
    RunningProgram running =
        new RunningProgram(
            command(List.of(arguments)).redirectErrorStream(true).start(), line -> {}, this::logs);
    programs.add(running);
    return running;
  }

  /** Runs a command of the command line to its end. */
  Printed leverage(String... arguments) {
    try {
      Path out = Files.createTempFile(folder, "out", ".txt");
      Path err = Files.createTempFile(folder, "err", ".txt");
      Process process =
          command(List.of(arguments))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertThat(ended).as("%s ended", List.of(arguments)).isTrue();
      return new Printed(process.exitValue(), Files.readString(out), Files.readString(err));
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What the peers logged, for the message of a failure. */
  String logs() {
    try {
      return readLogs();
    } catch (IOException e) {
      return "the logs can't be read: " + e;
    }
  }

  private String readLogs() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int port : ports) {
      List<String> lines = Files.readAllLines(logOf(port));
      all.append("\n--- peer ").append(port).append('\n');
      lines.stream()
          .skip(Math.max(0, lines.size() - 60))
          .forEach(line -> all.append(line).append('\n'));
    }
    Path errors = folder.resolve("program.err");
    return all + "--- program\n" + text(errors);
  }

  static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return file + " can't be read: " + e;
    }
  }

  static void eventually(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("eventually " + what).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private ProcessBuilder command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1", // most of them don't live long
                "-Dleverage.home=" + folder.resolve("home"), // no other mesh is seen
                "-cp",
                System.getProperty("java.class.path"),
                "io.leverage.peer.cli.Leverage"));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /** A port that is free with its derived ones, below those that connections take by themselves. */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(10_000, 29_000);
      if (isFree(port) && isFree(port + 1000) && isFree(port + 2000) && isFree(port + 3000)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    programs.forEach(RunningProgram::close);
    peers.forEach(Process::destroyForcibly);
  }
}
