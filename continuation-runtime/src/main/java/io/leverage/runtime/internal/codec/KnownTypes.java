package io.leverage.runtime.internal.codec;

import io.leverage.RefusedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which classes bytes may name. Of the JDK, those that have a serialiser; of the API, all; of the
 * program, those that its preprocessor listed, and what comes from the same folders and jars: the
 * parts of a library's objects are of classes that the program doesn't name. A program without a
 * list is not closed, and neither are bytes that never leave their process.
 *
 * <p>No class is initialised because bytes name it.
 */
public final class KnownTypes {
  private static final String LISTS = "META-INF/leverage/classes";
  private static final Set<String> API =
      Set.of(
          "io.leverage",
          "io.leverage.continuation",
          "io.leverage.continuation.twin",
          "io.leverage.spi");

  private final ClassLoader loader;
  private final boolean closed;
  private final Set<String> places = new HashSet<>();
  private @Nullable Set<String> listed;

  KnownTypes(ClassLoader loader, boolean closed) {
    this.loader = loader;
    this.closed = closed;
  }

  ClassLoader loader() {
    return loader;
  }

  /** Finds a class that bytes name. */
  Class<?> load(String name) {
    Class<?> type;
    try {
      type = Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new RefusedException(
          "the checkpoint needs class "
              + name
              + ", which is not here. Run the classes that wrote it.",
          e);
    }
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (closed && !element.isPrimitive() && !Origin.isJdk(element) && !isKnown(element)) {
      throw new RefusedException(
          "the checkpoint names class "
              + element.getName()
              + ", which this program doesn't use: it is not restored. If it should be, preprocess"
              + " the sources that use it.");
    }
    return type;
  }

  private boolean isKnown(Class<?> type) {
    Set<String> names = listed();
    return names.isEmpty()
        || API.contains(type.getPackageName())
        || names.contains(topLevel(type.getName()))
        || place(type.getName()).filter(places::contains).isPresent();
  }

  private static String topLevel(String name) {
    int dollar = name.indexOf('$', name.lastIndexOf('.') + 2);
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  private Optional<String> place(String name) {
    String path = name.replace('.', '/') + ".class";
    URL url = loader.getResource(path);
    return Optional.ofNullable(url)
        .map(URL::toString)
        .map(text -> text.substring(0, text.length() - path.length()));
  }

  private Set<String> listed() {
    Set<String> names = listed;
    if (names == null) {
      names = new HashSet<>();
      try {
        for (URL list : Collections.list(loader.getResources(LISTS))) {
          try (BufferedReader lines =
              new BufferedReader(
                  new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(names::add);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + LISTS, e);
      }
      names.forEach(name -> place(name).ifPresent(places::add));
      listed = names;
    }
    return names;
  }
}
