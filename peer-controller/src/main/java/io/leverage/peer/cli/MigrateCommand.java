package io.leverage.peer.cli;

import io.leverage.peer.internal.unit.UnitMessage.Done;
import io.leverage.peer.internal.unit.UnitMessage.MigrateThread;
import java.io.PrintStream;
import java.util.List;

/** {@code leverage migrate}: moves a running virtual thread. */
final class MigrateCommand implements Command {
  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public String summary() {
    return "moves a running virtual thread to another peer";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    Arguments given =
        Connection.describe(
                new Arguments(
                    "migrate THREAD PEER [--peer HOST:PORT] [--json]",
                    """
                    Moves a running virtual thread, with all that it has done, and returns when it
                    has moved. THREAD is COMPUTER/NAME, or NAME if only one has it; PEER is a name
                    or an id as 'leverage peers' prints it.
                    """))
            .flag("json", "print one JSON object");
    if (!given.read(arguments, out)) {
      return 0;
    }
    List<String> rest = given.rest("THREAD", "PEER");
    String thread;
    try (Connection connection = Connection.open(given)) {
      thread = connection.thread(rest.get(0));
      connection.ask(new MigrateThread(thread, rest.get(1)), Done.class);
    }
    out.println(
        given.has("json")
            ? Json.write(java.util.Map.of("thread", thread, "peer", rest.get(1)))
            : thread + " moved to " + rest.get(1));
    return 0;
  }
}
