package io.leverage.demo.tsp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Finds the instance that a user names: bundled, random, or a TSPLIB file. */
public final class Instances {
  /** The length of berlin52's shortest tour. */
  public static final int BERLIN52_OPTIMUM = 7542;

  private static final int SIDE = 10_000;

  private Instances() {}

  /**
   * Finds an instance.
   *
   * @param spec {@code berlin52}, {@code random:N:SEED}, or a file
   * @return the cities
   * @throws TsplibException if the file has an error
   * @throws IllegalArgumentException if {@code spec} names nothing; the message says what would
   */
  public static Cities find(String spec) throws TsplibException {
    if (spec.equals("berlin52")) {
      return berlin52();
    }
    if (spec.startsWith("random:")) {
      return random(spec);
    }
    return file(spec);
  }

  private static Cities berlin52() throws TsplibException {
    return TsplibParser.parse("berlin52.tsp", berlin52Lines(), BERLIN52_OPTIMUM);
  }

  private static List<String> berlin52Lines() {
    try (InputStream in = Instances.class.getResourceAsStream("berlin52.tsp")) {
      if (in == null) {
        throw new IllegalStateException("berlin52.tsp is not in the demo's jar: build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("berlin52.tsp can't be read from the demo's jar", e);
    }
  }

  private static Cities random(String spec) {
    String[] parts = spec.split(":", -1);
    try {
      if (parts.length == 3) {
        int size = Integer.parseInt(parts[1]);
        if (size >= 5 && size <= TsplibParser.MOST_CITIES) {
          return random(size, Long.parseLong(parts[2]));
        }
      }
    } catch (NumberFormatException e) {
      throw badRandom(spec, e);
    }
    throw badRandom(spec, null);
  }

  private static IllegalArgumentException badRandom(String spec, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "'"
            + spec
            + "': expected random:N:SEED with 5 to "
            + TsplibParser.MOST_CITIES
            + " cities, such as random:200:1",
        cause);
  }

  private static Cities random(int size, long seed) {
    Random random = new Random(seed);
    double[] x = new double[size];
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      x[i] = random.nextInt(SIDE);
      y[i] = random.nextInt(SIDE);
    }
    return new Cities("random-" + size + "-" + seed, x, y, 0);
  }

  private static Cities file(String spec) throws TsplibException {
    int optimum = spec.endsWith("berlin52.tsp") ? BERLIN52_OPTIMUM : 0;
    return TsplibParser.parse(spec, lines(spec), optimum);
  }

  private static List<String> lines(String spec) {
    try {
      return Files.readAllLines(Path.of(spec));
    } catch (MalformedInputException e) {
      throw new IllegalArgumentException("'" + spec + "' is not a text file in UTF-8", e);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw new IllegalArgumentException(
          "no instance '" + spec + "': give a TSPLIB file, berlin52, or random:N:SEED", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("'" + spec + "' can't be read: " + e, e);
    }
  }
}
