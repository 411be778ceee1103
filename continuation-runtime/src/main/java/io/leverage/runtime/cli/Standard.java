package io.leverage.runtime.cli;

import java.util.List;

/** What each process has of its own, and a frozen program finds again wherever it goes on. */
final class Standard {
  private Standard() {}

  /** Gets the objects, in an order that the files of frozen programs rely on. */
  static List<Object> objects() {
    return List.of(System.in, System.out, System.err, Runtime.getRuntime());
  }
}
