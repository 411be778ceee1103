package io.leverage.peer.cli;

import io.leverage.peer.internal.unit.UnitMessage.Events;
import io.leverage.peer.internal.unit.UnitMessage.EventsRead;
import io.leverage.peer.internal.unit.UnitMessage.PeerEvents;
import io.leverage.peer.internal.unit.UnitMessage.ReadEvents;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code leverage logs}: what happened, and what threads printed, on all peers. */
final class LogsCommand implements Command {
  private static final long PAUSE_MILLIS = 300;

  /** Up to where each peer was read, by its id. */
  private final Map<String, Long> read = new LinkedHashMap<>();

  @Override
  public String name() {
    return "logs";
  }

  @Override
  public String summary() {
    return "prints what happened, and what threads printed";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    Arguments given =
        Connection.describe(
                new Arguments(
                    "logs [-f] [THREAD|COMPUTER|PEER] [--last N] [--peer HOST:PORT] [--json]",
                    """
                    Prints what happened to threads, workers, virtual computers and peers, and the
                    lines that threads printed, from all peers, in the order of their clocks. Each
                    peer keeps its newest 10,000 events, until it ends.

                    A thread is COMPUTER/NAME, or NAME if only one has it. #2 after a thread is its
                    epoch: its second incarnation.
                    """))
            .flag('f', "follow", "go on with what happens from now on, until Ctrl-C")
            .value("last", "N", "so many of each peer at most; 200 by default")
            .flag("json", "print one JSON object on each line");
    if (!given.read(arguments, out)) {
      return 0;
    }
    int last = given.number("last", 200);
    try (Connection connection = Connection.open(given)) {
      String about = given.rest().isEmpty() ? "" : about(connection, given.rest("THREAD").get(0));
      print(connection, new ReadEvents(about, List.of(), last), given, out);
      while (given.has("follow") && !out.checkError()) {
        Thread.sleep(PAUSE_MILLIS);
        print(connection, new ReadEvents(about, after(), Integer.MAX_VALUE), given, out);
      }
      return 0;
    }
  }

  /** A name that is no virtual computer's and no peer's is a thread's. */
  private static String about(Connection connection, String text) {
    boolean complete = text.contains("/") || text.contains(":") || text.startsWith("vc-");
    return complete ? text : connection.thread(text);
  }

  private void print(Connection connection, ReadEvents request, Arguments given, PrintStream out) {
    List<PeerEvents> answers = connection.ask(request, Events.class).peers();
    answers.forEach(answer -> read.put(answer.peer(), answer.next()));
    answers.stream()
        .flatMap(Happening::of)
        .sorted(Comparator.comparing(Happening::time))
        .map(event -> given.has("json") ? Json.write(event.json()) : event.text())
        .forEach(out::println);
  }

  private List<EventsRead> after() {
    return read.entrySet().stream()
        .map(entry -> new EventsRead(entry.getKey(), entry.getValue()))
        .toList();
  }
}
