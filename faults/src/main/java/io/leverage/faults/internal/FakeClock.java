package io.leverage.faults.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The clock of a machine, which can be made to jump. The library {@code libfaketime} gives it to a
 * process and to those that it starts; clocks that only measure how long something takes stay true,
 * as those of real machines do.
 */
final class FakeClock {
  private static final List<Path> FOLDERS =
      Stream.of("/usr/lib", "/usr/lib64", "/usr/local/lib").map(Path::of).toList();

  private static final Optional<Path> LIBRARY = find();

  /** A process looks for another time so often. */
  private static final Duration NOTICED = Duration.ofSeconds(1);

  private final Path file;

  FakeClock(Path file) {
    this.file = file;
  }

  /** Tells whether the library is there. */
  static boolean exists() {
    return LIBRARY.isPresent();
  }

  /** Gets what a process must have in its environment; nothing before the clock has jumped. */
  Map<String, String> environment() {
    if (LIBRARY.isEmpty() || !Files.exists(file)) {
      return Map.of();
    }
    return Map.of(
        "LD_PRELOAD",
        LIBRARY.get().toString(),
        "FAKETIME_TIMESTAMP_FILE",
        file.toString(),
        "FAKETIME_CACHE_DURATION",
        Long.toString(NOTICED.toSeconds()),
        "FAKETIME_DONT_FAKE_MONOTONIC",
        "1",
        "FAKETIME_FORCE_MONOTONIC_FIX",
        "0", // or the JVM's timed waits end at once
        "FAKETIME_DISABLE_SHM",
        "1");
  }

  /** Sets how much later than the true time it is on this machine. */
  void set(long seconds) {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, (seconds < 0 ? "" : "+") + seconds + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> find() {
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(folder, 3)) {
        Optional<Path> found =
            files
                .filter(each -> each.getFileName().toString().equals("libfaketimeMT.so.1"))
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
      } catch (IOException | UncheckedIOException e) {
        // a folder that can't be read has nothing for us
      }
    }
    return Optional.empty();
  }
}
