package io.leverage.demo.tsp.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arguments of the form {@code --name value} and {@code --flag}. */
final class Arguments {
  private final Map<String, String> values = new HashMap<>();

  private Arguments() {}

  /**
   * Reads arguments.
   *
   * @param valued the names that take a value
   * @param flags the names that take none
   * @throws UsageException at the first that isn't known, given twice, or lacks its value
   */
  static Arguments parse(String[] args, Set<String> valued, Set<String> flags)
      throws UsageException {
    Arguments arguments = new Arguments();
    for (int i = 0; i < args.length; i++) {
      String name = args[i];
      String value = "";
      int equals = name.indexOf('=');
      if (equals > 0 && valued.contains(name.substring(0, equals))) {
        value = name.substring(equals + 1);
        name = name.substring(0, equals);
      } else if (valued.contains(name)) {
        i++;
        if (i == args.length) {
          throw new UsageException("'" + name + "' needs a value");
        }
        value = args[i];
      } else if (!flags.contains(name)) {
        throw new UsageException("unknown argument '" + name + "'");
      }
      if (arguments.values.put(name, value) != null) {
        throw new UsageException("'" + name + "' is given twice");
      }
    }
    return arguments;
  }

  boolean has(String flag) {
    return values.containsKey(flag);
  }

  String text(String name, String otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : value;
  }

  @Nullable String text(String name) {
    return values.get(name);
  }

  int number(String name, int otherwise, int least, int most) throws UsageException {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UsageException("'%s %s': expected an integer".formatted(name, value));
    }
    throw new UsageException("'%s %s': expected %d to %d".formatted(name, value, least, most));
  }
}
