package io.leverage.conformance.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tests that are known to fall short, with the reasons; others make the build fail. */
public final class KnownExceptions {
  private record Entry(String library, Pattern tests, Pattern outcomes, String reason) {
    private static Entry parse(String line) {
      String[] parts = line.split(" \\| ", 4);
      if (parts.length != 4) {
        throw new IllegalStateException("known.txt: not four parts: " + line);
      }
      return new Entry(parts[0].strip(), glob(parts[1]), glob(parts[2]), parts[3].strip());
    }

    private static Pattern glob(String text) {
      return Pattern.compile(".*" + Pattern.quote(text.strip()).replace("*", "\\E.*\\Q") + ".*");
    }

    private boolean fits(Shortfall shortfall) {
      return library.equals(shortfall.library())
          && tests.matcher(shortfall.test()).matches()
          && outcomes.matcher(shortfall.outcome()).matches();
    }
  }

  private final List<Entry> entries;

  private KnownExceptions(List<Entry> entries) {
    this.entries = entries;
  }

  /** Reads the list of this module. */
  public static KnownExceptions load() {
    List<Entry> entries = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(KnownExceptions.class.getResourceAsStream("known.txt")),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Entry::parse)
          .forEach(entries::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new KnownExceptions(entries);
  }

  /** Gets the reason why a test is known to fall short. */
  public Optional<String> reason(Shortfall shortfall) {
    return entries.stream().filter(each -> each.fits(shortfall)).map(Entry::reason).findFirst();
  }
}
