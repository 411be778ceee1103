package io.leverage.peer.cli;

import io.leverage.peer.internal.unit.UnitMessage.ListThreads;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import io.leverage.peer.internal.unit.UnitMessage.Threads;
import java.io.PrintStream;
import java.util.List;

/** {@code leverage ps}: lists virtual threads. */
final class PsCommand implements Command {
  @Override
  public String name() {
    return "ps";
  }

  @Override
  public String summary() {
    return "lists the virtual threads";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    Arguments given =
        Connection.describe(
                new Arguments(
                    "ps [COMPUTER] [--peer HOST:PORT] [--json]",
                    "Lists the virtual threads of one virtual computer, or of all."))
            .flag("json", "print one JSON array");
    if (!given.read(arguments, out)) {
      return 0;
    }
    String computer = given.rest().isEmpty() ? "" : given.rest("COMPUTER").get(0);
    List<ThreadStatus> threads;
    try (Connection connection = Connection.open(given)) {
      threads = connection.ask(new ListThreads(computer), Threads.class).threads();
    }
    if (given.has("json")) {
      out.println(Json.write(threads.stream().map(Statuses::json).toList()));
      return 0;
    }
    if (threads.isEmpty()) {
      out.println("no virtual threads");
      return 0;
    }
    Table table = new Table("THREAD", "STATE", "PEER", "EPOCH", "CHECKPOINT", "SIZE", "AGE");
    for (ThreadStatus thread : threads) {
      table.add(
          thread.thread(),
          thread.state(),
          thread.owner().isEmpty() ? "-" : thread.owner(),
          thread.epoch(),
          thread.sequence(),
          Quantity.bytes(thread.checkpointBytes()),
          Quantity.seconds(thread.secondsSinceCommit()));
    }
    table.print(out);
    return 0;
  }
}
