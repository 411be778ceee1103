package io.leverage.peer.cli;

import io.leverage.RefusedException;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** {@code leverage run}: runs a program whose virtual threads run on the mesh. */
final class RunCommand implements Command {
  private static final String TEXT =
      """
      Runs the main class of a jar in a JVM of its own; the virtual computers that it opens are on
      the mesh of the peer, or of the first of several that answers; when that one dies the program
      goes on through another. Exits as the program does. Its classes must have been preprocessed.
      """;

  @Override
  public String name() {
    return "run";
  }

  @Override
  public String summary() {
    return "runs a program against a peer";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    Arguments given =
        Connection.describe(
                new Arguments(
                    "run [--peer HOST:PORT,...] [--main CLASS] APP.JAR [ARGUMENTS]", TEXT))
            .value("main", "CLASS", "what to run; the jar's Main-Class by default")
            .stopAtArgument();
    if (!given.read(arguments, out)) {
      return 0;
    }
    if (given.rest().isEmpty()) {
      throw new UsageException("APP.JAR is missing");
    }
    Path jar = Path.of(given.rest().get(0)).toAbsolutePath();
    String named = mainClass(jar);
    String main = given.get("main").orElse(named);
    String peers;
    // Complains now if the peer isn't there, rather than from inside the program.
    try (Connection connection = Connection.open(given)) {
      peers = given.get("peer").orElse(connection.peer().toString());
    }
    return launch(command(peers, jar, main, given.rest().subList(1, given.rest().size())));
  }

  static String mainClass(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new RefusedException(
          "%s is no file: name the jar of the program to run".formatted(jar));
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String main =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      if (main == null || main.isBlank()) {
        throw new RefusedException(
            "%s names no Main-Class in its manifest: add one when packaging it".formatted(jar));
      }
      return main.strip();
    } catch (IOException e) {
      throw new RefusedException(
          "%s is no jar (%s): name the jar of the program to run".formatted(jar, e.getMessage()),
          e);
    }
  }

  private static List<String> command(String peers, Path jar, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(jar + File.pathSeparator + System.getProperty("java.class.path"));
    command.add("-Dleverage.peer=" + peers);
    command.add("-Dleverage.jars=" + jar);
    String home = System.getProperty("leverage.home");
    if (home != null) {
      command.add("-Dleverage.home=" + home);
    }
    command.add("-Dlogback.configurationFile=leverage-logback.xml");
    command.add(main);
    command.addAll(arguments);
    return command;
  }

  private static int launch(List<String> command) throws IOException, InterruptedException {
    Process program = new ProcessBuilder(command).inheritIO().start();
    Thread hook = new Thread(program::destroy, "end the program");
    Runtime.getRuntime().addShutdownHook(hook);
    int code = program.waitFor();
    Runtime.getRuntime().removeShutdownHook(hook);
    return code;
  }
}
