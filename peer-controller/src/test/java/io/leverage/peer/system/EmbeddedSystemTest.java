package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Preprocessed programs in a plain {@code java -cp}, with no peer there: one comes with them. */
class EmbeddedSystemTest {
  @TempDir private Path folder;

  @Test
  void aProgramRunsWithoutAPeer() throws Exception {
    List<String> lines = java("Ledger", "1", "3", "30");
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo(
            "ledger: messages lost=0 doubled=0 counter=90 expected=90 returned=90 reported=9"
                + " disordered=0 complete=true");
  }

  @Test
  void aProgramThatConfiguresNoLoggingHasAQuietConsole() throws Exception {
    // Logback's own fallback: the tests' configuration is left out of the class path.
    List<String> lines = java(List.of(), withoutTestConfiguration(), "Executing");
    assertThat(lines)
        .contains("any 55")
        .noneMatch(line -> line.contains("DEBUG") || line.contains("INFO"));
  }

  private static String withoutTestConfiguration() {
    List<String> kept = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!Files.exists(Path.of(entry, "logback-test.xml"))) {
        kept.add(entry);
      }
    }
    return String.join(File.pathSeparator, kept);
  }

  @Test
  void aVirtualComputerIsAnExecutorService() throws Exception {
    assertThat(java("Executing"))
        .containsExactly(
            "all [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89]",
            "any 55",
            "failed java.lang.IllegalArgumentException: negative: -1",
            "timed out, done=false",
            "cancelled true true",
            "get says cancelled",
            "rejected",
            "last 21 terminated=false",
            "awaited false",
            "awaited true true",
            "terminated=true");
  }

  /** Runs a program and gets what it printed to its standard output. */
  private List<String> java(String program, String... arguments)
      throws IOException, InterruptedException {
    return java(
        List.of("-Dlogback.configurationFile=leverage-logback.xml"),
        System.getProperty("java.class.path"),
        program,
        arguments);
  }

  private List<String> java(
      List<String> options, String classPath, String program, String... arguments)
      throws IOException, InterruptedException {
    Path jar = ProgramJar.of(program, folder);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dleverage.home=" + folder.resolve("home"),
                "-cp",
                jar + File.pathSeparator + classPath));
    command.addAll(options);
    command.add(program);
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (RunningProgram running =
        new RunningProgram(process, line -> {}, () -> LocalMeshOfProcesses.text(errors))) {
      assertThat(running.exit()).as(LocalMeshOfProcesses.text(errors)).isZero();
      return running.lines();
    }
  }
}
