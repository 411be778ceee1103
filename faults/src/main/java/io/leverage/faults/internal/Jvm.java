package io.leverage.faults.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How the peers' JVMs are started, so that they are no burden to the machine.
 *
 * @param classPath of peers and programs
 * @param archive of the classes that a peer loads; it may be missing
 */
record Jvm(String classPath, Path archive) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Packs the class path, and archives what a peer loads, by running one. */
  static Jvm prepare(Path folder) {
    Jvm jvm = new Jvm(ClassPath.pack(folder), folder.resolve("peer.jsa"));
    Path log = folder.resolve("archive.log");
    List<String> command =
        jvm.command(folder, List.of("-XX:ArchiveClassesAtExit=" + jvm.archive, "-Xlog:cds=off"));
    command.addAll(
        List.of(
            "io.leverage.peer.cli.Leverage",
            "peer",
            "--join",
            "none",
            "--port",
            "" + (PeerProcess.firstPort() - 1),
            "--data",
            folder.resolve("archive").toString()));
    try {
      Process peer =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      var unused = Wait.until(PATIENCE, () -> !peer.isAlive() || isReady(log));
      peer.destroy();
      var unusedToo = Wait.until(PATIENCE, () -> !peer.isAlive());
      peer.destroyForcibly();
      return jvm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The beginning of a command that runs a class. */
  List<String> command(Path folder, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    if (Files.exists(archive)) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Dleverage.home=" + folder.resolve("home"),
            "-Dleverage.worker.heap=64m",
            "-Dlogback.configurationFile=leverage-logback.xml",
            "-cp",
            classPath));
    return command;
  }

  private static boolean isReady(Path log) {
    try {
      return Files.readString(log).contains("is ready");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
