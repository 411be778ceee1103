package io.leverage.peer.internal.client;

import io.leverage.RefusedException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars and folders that a program's own classes are in: those that the system property {@value
 * #JARS} lists, else those of the class path without the ones that every worker has.
 *
 * @param paths in class path order
 */
record ProgramFiles(List<Path> paths) {
  /** Lists the program's jars and folders, separated as a class path is. */
  static final String JARS = "leverage.jars";

  private static final Logger LOG = LoggerFactory.getLogger(ProgramFiles.class);

  private static final int API_SLASH = "io/leverage".length();

  /** What Leverage and the libraries that it stands on contain. */
  private static final List<String> WORKERS_OWN =
      List.of(
          "io/leverage/continuation/",
          "io/leverage/spi/",
          "io/leverage/runtime/",
          "io/leverage/peer/",
          "io/leverage/preprocessor/",
          "org/infinispan/",
          "org/jgroups/",
          "org/jboss/",
          "org/objenesis/",
          "org/objectweb/asm/",
          "org/slf4j/",
          "org/reactivestreams/",
          "org/jspecify/",
          "org/apache/commons/cli/",
          "org/apache/logging/log4j/",
          "ch/qos/logback/",
          "com/esotericsoftware/",
          "com/github/benmanes/caffeine/",
          "com/github/javaparser/",
          "com/google/errorprone/annotations/",
          "io/reactivex/",
          "jakarta/transaction/",
          "javax/annotation/");

  static ProgramFiles ofThisProgram() {
    String named = System.getProperty(JARS);
    if (named != null) {
      return new ProgramFiles(split(named));
    }
    return new ProgramFiles(
        split(System.getProperty("java.class.path")).stream()
            .filter(Files::exists)
            .filter(path -> !isWorkersOwn(path))
            .toList());
  }

  private static List<Path> split(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .map(Path::of)
        .toList();
  }

  private static boolean isWorkersOwn(Path path) {
    try {
      List<String> classes = classes(path);
      return !classes.isEmpty() && classes.stream().allMatch(ProgramFiles::isWorkersOwn);
    } catch (IOException e) {
      LOG.warn("{} on the class path is not sent to workers: {}", path, e.getMessage());
      return true;
    }
  }

  private static boolean isWorkersOwn(String classFile) {
    return classFile.endsWith("-info.class")
        || WORKERS_OWN.stream().anyMatch(classFile::startsWith)
        || (classFile.startsWith("io/leverage/") && classFile.lastIndexOf('/') == API_SLASH);
  }

  private static List<String> classes(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        return files
            .map(file -> path.relativize(file).toString().replace('\\', '/'))
            .filter(name -> name.endsWith(".class"))
            .toList();
      }
    }
    try (ZipFile jar = new ZipFile(path.toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .toList();
    }
  }

  /**
   * Reads them.
   *
   * @throws RefusedException if one can't be read
   */
  List<Assembly> assemblies() {
    return paths.stream().map(Assembly::of).toList();
  }
}
