package io.leverage.demo.tsp;

/** A TSPLIB file has an error. The message begins with {@code FILE:LINE:}. */
public final class TsplibException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param file the file's name
   * @param line the line, from 1
   * @param message what is wrong there, and what to do
   */
  public TsplibException(String file, int line, String message) {
    super(file + ":" + line + ": " + message);
  }
}
