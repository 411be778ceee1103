package io.leverage.peer.system;

import static io.leverage.peer.system.LocalMeshOfProcesses.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leverage.peer.system.LocalMeshOfProcesses.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as people use it: real peers, a real program, real mistakes. */
class CommandLineSystemTest {
  @TempDir private static Path folder;

  private static LocalMeshOfProcesses mesh;

  @BeforeAll
  static void start() throws IOException {
    mesh = new LocalMeshOfProcesses(folder).start(2);
  }

  @AfterAll
  static void stop() {
    if (mesh != null) {
      mesh.close();
    }
  }

  @Test
  void aRunningThreadIsListedExplainedAndMoved() throws Exception {
    Path jar = ProgramJar.of("Walker", folder);
    try (RunningProgram program = mesh.begin(jar, line -> {})) {
      String thread = program.awaitLine("started ");
      eventually("it runs", () -> ps(thread).contains("\"state\":\"RUNNING\""));
      String from = field(ps(thread), "owner");
      String to = from.equals(mesh.addressOf(0)) ? mesh.addressOf(1) : mesh.addressOf(0);
      assertThat(ask("ps").out()).contains("THREAD").contains(thread).contains("RUNNING");

      eventually("both are workers", () -> ask("migrate", thread, to).exit() == 0);
      assertThat(field(ps(thread), "owner")).isEqualTo(to);
      assertThat(Long.parseLong(field(ps(thread), "epoch"))).isGreaterThanOrEqualTo(2);

      Printed back = ask("migrate", "walker", from, "--json");
      assertThat(back.out()).contains("\"thread\":\"" + thread + "\"").contains(from);
      assertThat(field(ps(thread), "owner")).isEqualTo(from);

      for (String name : List.of(thread, "walker")) {
        Printed why = ask("why", name);
        assertThat(why.exit()).isZero();
        assertThat(why.out())
            .contains(thread)
            .contains("moving to " + to + " on request")
            .contains("taken by " + to)
            .contains("moving to " + from + " on request");
      }
      assertThat(ask("why", "walker", "--json").out()).startsWith("{").contains("on request");

      Printed nowhere = ask("migrate", "walker", "127.0.0.1:1");
      assertThat(nowhere.exit()).isEqualTo(1);
      assertThat(nowhere.err()).contains("no peer is called '127.0.0.1:1'").contains(from, to);

      Printed unknown = ask("why", thread + "-x");
      assertThat(unknown.exit()).isEqualTo(1);
      assertThat(unknown.err()).contains("no virtual thread has the id").contains(thread);

      program.type("enough");
      assertThat(program.exit()).isZero();
      assertThat(program.lines()).contains("the result is right");
    }
  }

  @Test
  void unknownThreadsAreRefused() {
    for (List<String> command :
        List.of(List.of("why", "nobody"), List.of("migrate", "nobody", mesh.addressOf(0)))) {
      Printed printed = ask(command.toArray(String[]::new));
      assertThat(printed.exit()).isEqualTo(1);
      assertThat(printed.err()).contains("there is no thread 'nobody'").contains("leverage ps");
    }
    Printed noComputer = ask("why", "vc-00000000/nobody");
    assertThat(noComputer.exit()).isEqualTo(1);
    assertThat(noComputer.err()).contains("vc-00000000").doesNotContain("bug");
  }

  @Test
  void whatIsNoProgramIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "not a jar");
    assertRefused("is no jar", "run", "--peer", mesh.addressOf(0), text.toString());
    assertRefused("is no file", "run", "--peer", mesh.addressOf(0), folder + "/none.jar");
    Path program = ProgramJar.of("Executing", folder);
    String nobody = "127.0.0.1:" + LocalMeshOfProcesses.freePort();
    assertRefused("no peer answers", "run", "--peer", nobody, program.toString());
  }

  @Test
  void aPeerThatCantStartSaysWhy() throws Exception {
    String taken = mesh.addressOf(0).substring("127.0.0.1:".length());
    assertRefused("in use", "peer", "--port", taken, "--join", "none");
    assertRefused("secure meshes", "peer", "--host", "0.0.0.0");
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    assertRefused("can't be written", "peer", "--data", file.toString(), "--join", "none");
  }

  @Test
  void aPeerWhoseFriendsDontAnswerSaysThatItIsAlone() throws Exception {
    String nobody = "127.0.0.1:" + LocalMeshOfProcesses.freePort();
    String port = "" + LocalMeshOfProcesses.freePort();
    String data = folder.resolve("lonely").toString();
    try (RunningProgram lonely =
        mesh.begin("peer", "--port", port, "--join", nobody, "--data", data)) {
      lonely.awaitLine("peer 127.0.0.1:" + port + " is ready");
      assertThat(lonely.lines())
          .anyMatch(
              line -> line.contains("none of " + nobody + " answers") && line.contains("WARN"));
    }
  }

  @Test
  void aFullDataFolderIsRefused() throws Exception {
    Path small = Files.createDirectories(folder.resolve("small"));
    assumeTrue(mount(small), "only root can mount a small file system");
    try {
      assertRefused("free space", "peer", "--data", small.resolve("data").toString());
    } finally {
      var unused = new ProcessBuilder("umount", small.toString()).start().waitFor();
    }
  }

  private static boolean mount(Path at) throws InterruptedException {
    try {
      return new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", at.toString())
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void assertRefused(String why, String... command) {
    Printed printed = mesh.leverage(command);
    assertThat(printed.exit()).as(printed.toString()).isEqualTo(1);
    assertThat(printed.err()).contains(why).doesNotContain("bug").doesNotContain("\tat ");
  }

  /** Asks the second peer, at which the program does not run. */
  private static Printed ask(String... command) {
    String[] full = java.util.Arrays.copyOf(command, command.length + 2);
    full[command.length] = "--peer";
    full[command.length + 1] = mesh.addressOf(1);
    return mesh.leverage(full);
  }

  /** Gets the JSON object of a thread; empty if it isn't listed. */
  private static String ps(String thread) {
    Matcher object =
        Pattern.compile("\\{[^{}]*\"thread\":\"" + Pattern.quote(thread) + "\"[^{}]*}")
            .matcher(ask("ps", "--json").out());
    return object.find() ? object.group() : "";
  }

  private static String field(String object, String name) {
    Matcher field = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(object);
    assertThat(field.find()).as("%s of %s", name, object).isTrue();
    return field.group(1);
  }
}
