package io.leverage.peer.cli;

import io.leverage.UnreachableException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code leverage top}: the mesh at work, again and again. */
final class TopCommand implements Command {
  /** Asking is to take no more than this part of the time, whatever there is to list. */
  private static final int RARELY = 5;

  @Override
  public String name() {
    return "top";
  }

  @Override
  public String summary() {
    return "shows peers and threads as they work; q ends it";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    Arguments given =
        Connection.describe(
                new Arguments(
                    "top [COMPUTER] [--every SECONDS] [--once] [--peer HOST:PORT] [--json]",
                    """
                    Shows the peers with their load, and the virtual threads with their states,
                    incarnations, hosts and the ages of their checkpoints; on a terminal again and
                    again, until q or Ctrl-C, else once.
                    """))
            .value("every", "SECONDS", "how often; 1 by default")
            .flag("once", "print it once, and end")
            .flag("json", "print one JSON object, once");
    if (!given.read(arguments, out)) {
      return 0;
    }
    String computer = given.rest().isEmpty() ? "" : given.rest("COMPUTER").get(0);
    long every = TimeUnit.SECONDS.toNanos(Math.max(1, given.number("every", 1)));
    if (given.has("once") || given.has("json") || !Terminal.isThere()) {
      try (Connection connection = Connection.open(given)) {
        Snapshot snapshot = Snapshot.take(connection, computer);
        if (given.has("json")) {
          out.println(Json.write(snapshot.json()));
        } else {
          snapshot.lines().forEach(out::println);
        }
      }
      return 0;
    }
    try (Terminal terminal = Terminal.open()) {
      show(given, computer, every, terminal);
    }
    return 0;
  }

  /** A peer that is asked may die: then another one is. */
  private static void show(Arguments given, String computer, long every, Terminal terminal)
      throws Exception {
    boolean stopped = false;
    while (!stopped) {
      try (Connection connection = Connection.open(given)) {
        while (!stopped) {
          long began = System.nanoTime();
          List<String> lines = new ArrayList<>();
          lines.add("leverage top, through " + connection.peer() + "; q ends it");
          lines.addAll(Snapshot.take(connection, computer).lines());
          terminal.draw(lines);
          long took = System.nanoTime() - began;
          stopped = terminal.awaitStop(Math.max(every, RARELY * took));
        }
      } catch (UnreachableException e) {
        terminal.draw(List.of("leverage top: " + e.getMessage(), "trying again; q ends it"));
        stopped = terminal.awaitStop(every);
      }
    }
  }
}
