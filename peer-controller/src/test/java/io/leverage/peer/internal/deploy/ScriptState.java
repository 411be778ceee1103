package io.leverage.peer.internal.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a scripted thread has to remember: the whole of its image. A script is one of {@code send
 * RECEIVER N}, {@code receive N}, {@code increment GLOBAL N}, {@code report N}, {@code spin},
 * {@code die}.
 */
final class ScriptState {
  final String script;
  int done;
  long partialResults;
  final Map<String, Long> cursors = new TreeMap<>();
  final List<String> received = new ArrayList<>();

  ScriptState(String script) {
    this.script = script;
  }

  String word(int index) {
    return script.split(" ")[index];
  }

  byte[] write() {
    String next =
        cursors.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
    return String.join(
            "\n", script, done + "", partialResults + "", next, String.join(",", received))
        .getBytes(UTF_8);
  }

  static ScriptState read(byte[] image) {
    String[] lines = new String(image, UTF_8).split("\n", -1);
    ScriptState state = new ScriptState(lines[0]);
    if (lines.length == 1) {
      return state;
    }
    state.done = Integer.parseInt(lines[1]);
    state.partialResults = Long.parseLong(lines[2]);
    for (String cursor : lines[3].isEmpty() ? new String[0] : lines[3].split(",")) {
      state.cursors.put(
          cursor.substring(0, cursor.indexOf('=')),
          Long.parseLong(cursor.substring(cursor.indexOf('=') + 1)));
    }
    if (!lines[4].isEmpty()) {
      state.received.addAll(Arrays.asList(lines[4].split(",")));
    }
    return state;
  }
}
