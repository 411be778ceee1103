package io.leverage.peer.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.preprocessor.cli.PreprocessCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Makes an application jar of a program among the test resources: preprocessed and compiled. */
final class ProgramJar {
  private ProgramJar() {}

  /** Makes the jar of a program that the preprocessor has not seen. */
  static Path untransformed(String program, Path folder) throws IOException {
    Path classes = folder.resolve("plain");
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source(program).toString());
    assertThat(exit).as("compilation of " + program).isZero();
    return jar(program, classes, folder.resolve("plain-" + program + ".jar"));
  }

  static Path of(String program, Path folder) throws IOException {
    Path classes = folder.resolve("classes-" + program);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int exit =
        PreprocessCommand.run(
            new String[] {
              "--class-path",
              System.getProperty("java.class.path"),
              "-d",
              folder.resolve("mobile-" + program).toString(),
              "--compile",
              classes.toString(),
              source(program).toString()
            },
            out,
            out);
    assertThat(exit).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    return jar(program, classes, folder.resolve(program + ".jar"));
  }

  /** Gets the number of the source's line that holds a text. */
  static int lineOf(String program, String text) throws IOException {
    List<String> lines = Files.readAllLines(source(program));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError("no line of " + program + " holds " + text);
  }

  private static Path source(String program) {
    URL resource = ProgramJar.class.getResource("/programs/" + program + ".java");
    assertThat(resource).as("program " + program).isNotNull();
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Path jar(String program, Path classes, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program);
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Path file : files) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
