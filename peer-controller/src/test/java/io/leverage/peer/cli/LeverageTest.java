package io.leverage.peer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.Peer;
import io.leverage.peer.PeerOptions;
import io.leverage.peer.TestPorts;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeverageTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  private int run(String... arguments) {
    return new Leverage(
            CommandTable.standard(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void help_lists_every_command_and_no_command_is_a_usage_error() {
    assertThat(run("--help")).isZero();
    assertThat(out())
        .contains("peer ", "run ", "peers ", "ps ", "why ", "migrate ", "preprocess ", "exec ");
    assertThat(run()).isEqualTo(2);
    assertThat(err()).contains("usage: leverage");
    assertThat(run("--version")).isZero();
    assertThat(out()).contains("leverage ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"peer", "run", "peers", "ps", "why", "migrate"})
  void every_command_explains_itself(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out()).startsWith("usage: leverage " + command).contains("--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"preprocess", "exec"})
  void every_delegated_command_explains_itself(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out()).contains("leverage " + command);
  }

  @Test
  void a_jar_brings_a_command_but_takes_the_name_of_none() {
    CommandTable table =
        new CommandTable(
            List.of(new PeersCommand()),
            List.of(
                new DelegatedCommand("demo", "shows", (arguments, out, err) -> arguments.length),
                new DelegatedCommand("peers", "takes a name", (arguments, out, err) -> 7)));

    assertThat(table.all()).extracting(Command::summary).contains("shows").hasSize(2);
    assertThat(table.find("demo")).isPresent();
    assertThat(table.find("peers")).containsInstanceOf(PeersCommand.class);
    assertThat(table.suggest("dmeo")).contains("demo");
  }

  @Test
  void an_unknown_command_gets_a_suggestion() {
    assertThat(run("pers")).isEqualTo(2);
    assertThat(err()).contains("did you mean 'peers'?");
    assertThat(run("frobnicate")).isEqualTo(2);
    assertThat(err()).contains("no command 'frobnicate'\n");
  }

  @Test
  void wrong_calls_are_usage_errors() {
    assertThat(run("peer", "--prot", "1")).isEqualTo(2);
    assertThat(err()).contains("--prot");
    assertThat(run("peer", "--port", "x")).isEqualTo(2);
    assertThat(err()).contains("--port needs a number, not 'x'");
    assertThat(run("peer", "extra")).isEqualTo(2);
    assertThat(run("migrate", "thread")).isEqualTo(2);
    assertThat(err()).contains("PEER is missing");
    assertThat(run("why")).isEqualTo(2);
    assertThat(run("run")).isEqualTo(2);
  }

  @Test
  void what_cannot_be_done_exits_1() {
    assertThat(run("peer", "--port", "70000")).isEqualTo(1);
    assertThat(err()).contains("out of range");
    assertThat(run("peer", "--host", "0.0.0.0")).isEqualTo(1);
    assertThat(err()).contains("secure meshes");
    assertThat(run("peers", "--peer", TestPorts.free().toString())).isEqualTo(1);
    assertThat(err()).contains("no peer answers");
  }

  @Test
  void a_file_that_is_no_program_is_named() throws Exception {
    assertThat(run("run", folder.resolve("none.jar").toString())).isEqualTo(1);
    assertThat(err()).contains("is no file");
    Path text = Files.writeString(folder.resolve("text.jar"), "not a jar");
    assertThat(run("run", text.toString())).isEqualTo(1);
    assertThat(err()).contains("is no jar");
    Path library = folder.resolve("library.jar");
    try (OutputStream file = Files.newOutputStream(library);
        JarOutputStream jar = new JarOutputStream(file, manifest(null))) {
      jar.finish();
    }
    assertThat(run("run", library.toString())).isEqualTo(1);
    assertThat(err()).contains("no Main-Class");
    Path program = folder.resolve("program.jar");
    try (OutputStream file = Files.newOutputStream(program);
        JarOutputStream jar = new JarOutputStream(file, manifest("a.Main"))) {
      jar.finish();
    }
    assertThat(RunCommand.mainClass(program)).isEqualTo("a.Main");
  }

  @Test
  void a_running_peer_is_listed() {
    try (Peer peer =
        Peer.start(
            PeerOptions.ofDefaults()
                .withPort(TestPorts.free().port())
                .withSlots(3)
                .withNobody()
                .withData(folder.resolve("data")))) {
      String address = peer.address().toString();
      assertThat(run("peers", "--peer", address)).isZero();
      assertThat(out()).contains("PEER").contains(address + " *");
      out.reset();
      assertThat(run("peers", "--json", "--peer", address)).isZero();
      assertThat(out()).startsWith("[{\"id\":").contains("\"slots\":3").endsWith("}]\n");
      out.reset();
      assertThat(run("ps", "--json", "--peer", address)).isZero();
      assertThat(out()).isEqualTo("[]\n");
      assertThat(run("why", "nothing", "--peer", address)).isEqualTo(1);
      assertThat(err()).contains("there is no thread 'nothing'");
    }
  }

  private static Manifest manifest(String main) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (main != null) {
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
    }
    return manifest;
  }
}
