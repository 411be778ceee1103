package io.leverage.demo.tsp.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A virtual thread as {@code leverage ps --json} shows it.
 *
 * @param thread its id
 * @param state the name of its state
 * @param owner the name of the peer that runs it; empty if none does
 * @param epoch how many incarnations it had
 * @param sequence how many checkpoints it committed
 * @param secondsSinceCommit the age of the newest checkpoint; negative if it isn't known
 */
record ThreadView(
    String thread,
    String state,
    String owner,
    long epoch,
    long sequence,
    double secondsSinceCommit) {

  /** Reads the output of {@code leverage ps --json}. */
  static List<ThreadView> read(String json) {
    return JsonReader.objects(json).stream()
        .filter(object -> object.containsKey("thread") && object.containsKey("state"))
        .map(
            object ->
                new ThreadView(
                    text(object, "thread"),
                    text(object, "state"),
                    text(object, "owner"),
                    (long) number(object, "epoch", 0),
                    (long) number(object, "sequence", 0),
                    number(object, "secondsSinceCommit", -1)))
        .toList();
  }

  /** The part of the id that the program gave. */
  String name() {
    return thread.substring(thread.indexOf('/') + 1);
  }

  boolean ended() {
    return state.equals("RETURNED") || state.equals("FAILED") || state.equals("CANCELLED");
  }

  /** Tells whether this is a later incarnation than another view's. */
  boolean resumedSince(ThreadView before) {
    return epoch > before.epoch && (ended() || !owner.isEmpty());
  }

  private static String text(Map<String, @Nullable Object> object, String key) {
    Object value = object.get(key);
    return value == null ? "" : value.toString();
  }

  private static double number(Map<String, @Nullable Object> object, String key, double otherwise) {
    return object.get(key) instanceof Double value ? value : otherwise;
  }
}
