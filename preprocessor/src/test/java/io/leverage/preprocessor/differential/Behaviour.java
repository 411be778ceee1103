package io.leverage.preprocessor.differential;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * What a program did: what it printed, and how it ended, with the lines of its own classes in the
 * stack trace.
 */
public record Behaviour(String output, String ending) {

  /**
   * Observes a program.
   *
   * @param program runs it and returns what its main threw, or null
   */
  static Behaviour of(Callable<Throwable> program) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Throwable failure = program.call();
      return new Behaviour(bytes.toString(StandardCharsets.UTF_8), ending(failure));
    } finally {
      System.setOut(before);
    }
  }

  private static String ending(Throwable failure) {
    if (failure == null) {
      return "returned";
    }
    String lines =
        Arrays.stream(failure.getStackTrace())
            .filter(element -> !element.getClassName().contains("."))
            .map(element -> element.getClassName() + ":" + element.getLineNumber())
            .collect(Collectors.joining(" "));
    return failure
        + " at "
        + lines
        + (failure.getCause() == null ? "" : " cause " + ending(failure.getCause()));
  }
}
