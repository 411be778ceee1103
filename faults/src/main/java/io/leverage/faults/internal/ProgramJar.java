package io.leverage.faults.internal;

import io.leverage.preprocessor.cli.PreprocessCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Makes the jars of the programs that run while faults are injected. */
final class ProgramJar {
  private ProgramJar() {}

  static Path make(String program, Path folder) {
    try {
      Path source = Files.createDirectories(folder.resolve("source")).resolve(program + ".java");
      try (InputStream in =
          ProgramJar.class.getResourceAsStream("/programs/" + program + ".java")) {
        if (in == null) {
          throw new IllegalStateException("the program is missing");
        }
        Files.write(source, in.readAllBytes());
      }
      Path classes = folder.resolve("classes-" + program);
      preprocess(source, folder.resolve("mobile-" + program), classes);
      return pack(program, classes, folder.resolve(program + ".jar"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void preprocess(Path source, Path mobile, Path classes) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    String[] arguments = {
      "--class-path",
      System.getProperty("java.class.path"),
      "-d",
      mobile.toString(),
      "--compile",
      classes.toString(),
      source.toString()
    };
    if (PreprocessCommand.run(arguments, out, out) != 0) {
      throw new IllegalStateException(printed.toString(StandardCharsets.UTF_8));
    }
  }

  private static Path pack(String program, Path classes, Path jar) throws IOException {
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
