package io.leverage.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real peer in a JVM of its own, as {@code leverage peer} starts it. */
public final class PeerProcess implements AutoCloseable {
  private final PeerAddress address;
  private final Path log;
  private final Process process;

  private PeerProcess(PeerAddress address, Path log, Process process) {
    this.address = address;
    this.log = log;
    this.process = process;
  }

  /** Starts a peer with its files below a folder; it need not be ready yet. */
  public static PeerProcess start(Path folder, PeerAddress address, String join)
      throws IOException {
    Path log = folder.resolve("peer-" + address.port() + ".log");
    Process process =
        leverage(
                folder,
                List.of(
                    "peer",
                    "--port",
                    Integer.toString(address.port()),
                    "--slots",
                    "2",
                    "--join",
                    join,
                    "--data",
                    folder.resolve("data-" + address.port()).toString()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new PeerProcess(address, log, process);
  }

  /** Prepares the command line, as a process of its own. */
  public static ProcessBuilder leverage(Path home, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dleverage.home=" + home);
    command.add("-Dlogback.configurationFile=leverage-logback.xml");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("io.leverage.peer.cli.Leverage");
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  public void awaitReady() {
    Eventually.eventually(
        "peer " + address + " is ready",
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("the peer ended:\n" + output());
          }
          return output().contains("is ready");
        });
  }

  /** Gets what the peer printed. */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public PeerAddress address() {
    return address;
  }

  public Process process() {
    return process;
  }

  /** Ends the process as kill -9 does. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
