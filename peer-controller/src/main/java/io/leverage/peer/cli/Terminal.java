package io.leverage.peer.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The terminal that a command is used at, as {@code stty} handles it: its size, and keys as they
 * are hit. It is as before when it is closed, and when the process ends.
 */
final class Terminal implements AutoCloseable {
  private static final String CLEAR_LINE = "\033[K";
  private static final String HOME = "\033[H";
  private static final String CLEAR_BELOW = "\033[J";
  private static final String HIDE_CURSOR = "\033[?25l";
  private static final String SHOW_CURSOR = "\033[?25h";

  private final String before;
  private final Thread restoring = new Thread(this::restore, "terminal");
  private final CountDownLatch stop = new CountDownLatch(1);
  private boolean restored;

  private Terminal(String before) {
    this.before = before;
    Runtime.getRuntime().addShutdownHook(restoring);
    var unused = stty("-icanon", "-echo", "min", "1", "time", "0");
    System.out.print(HIDE_CURSOR + HOME + CLEAR_BELOW);
  }

  /** Tells whether input and output are a terminal that can be drawn on. */
  static boolean isThere() {
    try {
      return new ProcessBuilder("sh", "-c", "test -t 0 && test -t 1 && test \"$TERM\" != dumb")
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static Terminal open() {
    Terminal terminal = new Terminal(stty("-g"));
    Thread keys = new Thread(terminal::readKeys, "keys");
    keys.setDaemon(true);
    keys.start();
    return terminal;
  }

  /** Gets how many lines it has. */
  int lines() {
    return size(0, 24);
  }

  /** Gets how many columns it has. */
  int columns() {
    return size(1, 80);
  }

  private static int size(int index, int otherwise) {
    String[] size = stty("size").split(" ", -1);
    try {
      int given = size.length == 2 ? Integer.parseInt(size[index]) : 0;
      return given > 0 ? given : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  /** Draws lines over what was there; those that are too long or too many are cut. */
  void draw(List<String> text) {
    int columns = columns();
    int lines = lines();
    StringBuilder screen = new StringBuilder(HOME);
    for (int i = 0; i < Math.min(lines, text.size()); i++) {
      String line = text.get(i);
      screen.append(line.length() <= columns ? line : line.substring(0, columns));
      screen.append(CLEAR_LINE).append(i < lines - 1 ? "\n" : "");
    }
    System.out.print(screen + CLEAR_BELOW);
    System.out.flush();
  }

  /** Waits until a key is hit that means to stop; false if none was in time. */
  boolean awaitStop(long nanos) throws InterruptedException {
    return stop.await(nanos, TimeUnit.NANOSECONDS);
  }

  private void readKeys() {
    try {
      int key = System.in.read();
      while (key >= 0 && key != 'q' && key != 'Q') {
        key = System.in.read();
      }
    } catch (IOException e) {
      // Nobody can stop it by a key any more: as if somebody had.
    } finally {
      stop.countDown();
    }
  }

  private synchronized void restore() {
    if (!restored) {
      restored = true;
      System.out.print(SHOW_CURSOR + "\n");
      System.out.flush();
      if (!before.isEmpty()) {
        var unused = stty(before);
      }
    }
  }

  @Override
  public void close() {
    restore();
    Runtime.getRuntime().removeShutdownHook(restoring);
  }

  private static String stty(String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of("stty"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/tty")))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] printed = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? new String(printed, StandardCharsets.UTF_8).strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
