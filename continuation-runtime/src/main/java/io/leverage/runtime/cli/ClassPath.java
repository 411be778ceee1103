package io.leverage.runtime.cli;

import io.leverage.RefusedException;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The option {@code --class-path}. */
final class ClassPath {
  private ClassPath() {}

  static List<URL> parse(String text) {
    List<URL> urls = new ArrayList<>();
    for (String entry : text.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry.isEmpty() ? "." : entry);
      if (!Files.exists(path)) {
        throw new RefusedException("the class path names " + path + ", which doesn't exist.");
      }
      try {
        urls.add(path.toRealPath().toUri().toURL());
      } catch (IOException e) {
        throw new RefusedException("the class path names " + path + ", which can't be read: " + e);
      }
    }
    return urls;
  }
}
