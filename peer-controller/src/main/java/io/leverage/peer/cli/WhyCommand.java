package io.leverage.peer.cli;

import io.leverage.peer.internal.unit.UnitMessage.ExplainThread;
import io.leverage.peer.internal.unit.UnitMessage.Story;
import io.leverage.peer.internal.unit.UnitMessage.ThreadInsight;
import io.leverage.peer.internal.unit.UnitMessage.ThreadStatus;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** {@code leverage why}: explains a virtual thread. */
final class WhyCommand implements Command {
  @Override
  public String name() {
    return "why";
  }

  @Override
  public String summary() {
    return "explains where a virtual thread is, and what happened to it";
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception {
    Arguments given =
        Connection.describe(
                new Arguments(
                    "why THREAD [--peer HOST:PORT] [--json]",
                    """
                    Says what state a virtual thread is in, why, what it does at this moment and where
                    in its code, and what happened to it so far.
                    THREAD is COMPUTER/NAME as 'leverage ps' prints it, or NAME if only one has it.
                    """))
            .flag("json", "print one JSON object");
    if (!given.read(arguments, out)) {
      return 0;
    }
    String name = given.rest("THREAD").get(0);
    Story story;
    try (Connection connection = Connection.open(given)) {
      story = connection.ask(new ExplainThread(connection.thread(name)), Story.class);
    }
    ThreadStatus status = story.status();
    if (given.has("json")) {
      Map<String, Object> object = Statuses.json(status);
      object.put("events", story.events());
      object.put("activity", story.insight().activity());
      object.put("messagesWaiting", story.insight().mail());
      object.put("places", story.insight().places());
      out.println(Json.write(object));
      return 0;
    }
    out.println(
        status.thread()
            + " is "
            + status.state()
            + (status.owner().isEmpty() ? "" : " on " + status.owner())
            + ": "
            + status.reason());
    out.printf(
        "incarnation %d, checkpoint %d of %s%s%n",
        status.epoch(),
        status.sequence(),
        Quantity.bytes(status.checkpointBytes()),
        status.secondsSinceCommit() < 0
            ? ""
            : ", committed " + Quantity.seconds(status.secondsSinceCommit()) + " ago");
    now(story.insight(), out);
    story.events().forEach(event -> out.println("  " + event));
    if (!status.failure().isEmpty()) {
      out.println(status.failure().stripTrailing());
    }
    return 0;
  }

  private static void now(ThreadInsight insight, PrintStream out) {
    if (!insight.activity().isEmpty()) {
      out.println(
          "now "
              + insight.activity()
              + (insight.mail() == 0 ? "" : "; " + insight.mail() + " messages wait for it"));
      insight.places().forEach(place -> out.println("    at " + place));
    }
  }
}
