package io.leverage.conformance.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A library as it is published: the jars of its sources and of its tests' sources.
 *
 * @param name its artifact id
 * @param version its version
 * @param artifacts the folder of the jars
 */
public record Library(String name, String version, Path artifacts) {
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*)-test-sources\\.jar");

  /** Finds the libraries whose jars are in a folder. */
  public static List<Library> in(Path artifacts) throws IOException {
    try (Stream<Path> files = Files.list(artifacts)) {
      return files
          .map(file -> JAR.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(match -> new Library(match.group(1), match.group(2), artifacts))
          .sorted((a, b) -> a.name.compareTo(b.name))
          .toList();
    }
  }

  /**
   * Unpacks it as a project is laid out, below {@code src}; resources also to a folder of theirs.
   */
  void unpack(Path project) throws IOException {
    unpack("sources", project.resolve("src/main"), project.resolve("resources"));
    unpack("test-sources", project.resolve("src/test"), project.resolve("resources"));
  }

  private void unpack(String classifier, Path sources, Path resources) throws IOException {
    Path jar = artifacts.resolve(name + "-" + version + "-" + classifier + ".jar");
    try (InputStream file = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        byte[] content = zip.readAllBytes();
        if (entry.getName().endsWith(".java")) {
          write(sources.resolve("java"), entry.getName(), inUtf8(content));
        } else if (!entry.getName().startsWith("META-INF/")) {
          write(sources.resolve("resources"), entry.getName(), content);
          write(resources, entry.getName(), content);
        }
      }
    }
  }

  /** Some libraries are written in Latin-1, which both compilers are told nothing of. */
  private static byte[] inUtf8(byte[] source) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(source));
      return source;
    } catch (CharacterCodingException e) {
      return new String(source, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
    }
  }

  private static void write(Path folder, String name, byte[] content) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder)) {
      throw new IOException("an entry leaves its folder: " + name);
    }
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }
}
