package io.leverage.preprocessor;

import java.nio.file.Path;
import java.util.List;

/**
 * Why a method is, or is not, checkpointable.
 *
 * @param method its class, name and parameter types
 * @param file the source file
 * @param line from 1
 * @param checkpointable whether a thread can be captured while the method is on its stack
 * @param reason why, in a sentence
 * @param path the calls that lead to it, and on to where the thread can stop; may be empty
 */
public record Explanation(
    String method, Path file, int line, boolean checkpointable, String reason, List<String> path) {
  /** Copies the path. */
  public Explanation {
    path = List.copyOf(path);
  }

  /**
   * Writes it for people: a line with the place and the verdict, the reason, and the path.
   *
   * @return several lines, without a line break at the end
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(file).append(':').append(line).append(": ").append(method);
    text.append(checkpointable ? " is checkpointable" : " is not checkpointable");
    text.append("\n  ").append(reason).append(path.isEmpty() ? '.' : ':');
    path.forEach(step -> text.append("\n    ").append(step));
    return text.toString();
  }
}
