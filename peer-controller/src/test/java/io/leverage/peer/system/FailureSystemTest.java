package io.leverage.peer.system;

import static io.leverage.peer.system.LocalMeshOfProcesses.eventually;
import static io.leverage.peer.system.ProgramJar.lineOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that go wrong: what the program learns of it, in the words of its own source. */
class FailureSystemTest {
  @TempDir private static Path folder;

  private static LocalMeshOfProcesses mesh;
  private static Path jar;

  @BeforeAll
  static void start() throws IOException {
    jar = ProgramJar.of("Mishaps", folder);
    mesh = new LocalMeshOfProcesses(folder).start(2);
  }

  @AfterAll
  static void stop() {
    if (mesh != null) {
      mesh.close();
    }
  }

  @Test
  void whatATaskThrowsReachesItsResultWithTheUsersLines() throws Exception {
    List<String> lines = happen("throws");
    assertThat(lines)
        .contains("throws cause java.lang.IllegalStateException: three levels down")
        .containsSubsequence(
            at("throws", "Throwing.deeper", "// the throw"),
            at("throws", "Throwing.deeper", "// the recursion"),
            at("throws", "Throwing.deeper", "// the recursion"),
            at("throws", "Throwing.deeper", "// the recursion"),
            at("throws", "Throwing.call", "// the call"));
  }

  @Test
  void soDoesWhatItThrowsAfterItMoved() throws Exception {
    try (RunningProgram program = mesh.begin(jar, line -> {}, "throws-later")) {
      String thread = program.awaitLine("started ");
      for (int peer : new int[] {0, 1}) {
        eventually(
            "it moves to " + mesh.addressOf(peer),
            () ->
                mesh.leverage("migrate", thread, mesh.addressOf(peer), "--peer", mesh.addressOf(0))
                        .exit()
                    == 0);
      }
      program.type("go");
      assertThat(program.exit()).isZero();
      assertThat(program.lines())
          .anyMatch(line -> line.contains("cause java.lang.ArrayIndexOutOfBoundsException"))
          .containsSubsequence(
              at("throws-later", "ThrowingLater.waitThenThrow", "// the later throw"),
              at("throws-later", "ThrowingLater.call", "// the later call"));
    }
  }

  @Test
  void whatCantTravelIsNamedByItsPath() throws Exception {
    List<String> lines = happen("result", "message", "local");
    for (String mishap : List.of("result", "message", "local")) {
      assertThat(lines)
          .anyMatch(
              line ->
                  line.startsWith(mishap + " caught io.leverage.TaskFailedException")
                      && line.contains("field Box.content -> java.lang.Thread"));
    }
    assertThat(lines).anyMatch(line -> line.contains("HoldsBox.call() local 'box' -> field Box"));
    assertThat(lines).anyMatch(line -> line.contains("the result of"));
  }

  @Test
  void waitingBelowALibrarysFrameIsRefused() throws Exception {
    assertThat(happen("pinned"))
        .anyMatch(line -> line.startsWith("pinned cause io.leverage.PinnedException: receive"))
        .contains(at("pinned", "ReceivingOrder.compare", "// the pinned call"));
  }

  @Test
  void whatCantBeStartedIsRefusedAtOnce() throws Exception {
    assertThat(happen("lambda", "taken"))
        .anyMatch(line -> line.startsWith("lambda caught") && line.contains("is a lambda"))
        .anyMatch(line -> line.startsWith("taken caught") && line.contains("the name taken"));
  }

  @Test
  void anUntransformedTaskAsksForThePreprocessor() throws Exception {
    Path plain = ProgramJar.untransformed("Mishaps", folder);
    assertThat(mesh.run(plain, line -> {}, "throws"))
        .anyMatch(
            line ->
                line.startsWith("throws caught io.leverage.RefusedException: Mishaps$Throwing")
                    && line.contains("run the preprocessor on its sources"));
  }

  @Test
  void aCancelledThreadHasNoResult() throws Exception {
    assertThat(happen("cancel"))
        .anyMatch(line -> line.startsWith("cancel caught io.leverage.TaskCancelledException"));
  }

  private static List<String> happen(String... mishaps) throws Exception {
    return mesh.run(jar, line -> {}, mishaps);
  }

  private static String at(String mishap, String method, String text) throws IOException {
    return "%s at Mishaps$%s(Mishaps.java:%d)".formatted(mishap, method, lineOf("Mishaps", text));
  }
}
