package io.leverage.benchmarks.rivals;

import java.util.Locale;

/** Another library, and how code asks it to suspend. */
public enum Rival {
  /** Tascalate JavaFlow. */
  JAVAFLOW(
      "@org.apache.commons.javaflow.api.continuable",
      "",
      "",
      "org.apache.commons.javaflow.api.Continuation.suspend();"),
  /** Kilim. */
  KILIM("", "", "kilim.Pausable", "kilim.Fiber.yield();"),
  /** offbynull coroutines. */
  COROUTINES("", "com.offbynull.coroutines.user.Continuation", "", "c$.suspend();");

  private final String annotation;
  private final String parameter;
  private final String thrown;
  private final String suspend;

  Rival(String annotation, String parameter, String thrown, String suspend) {
    this.annotation = annotation;
    this.parameter = parameter;
    this.thrown = thrown;
    this.suspend = suspend;
  }

  /** The annotation of methods that may be suspended; empty if there is none. */
  String annotation() {
    return annotation;
  }

  /** The type of the parameter that such methods have first; empty if there is none. */
  String parameter() {
    return parameter;
  }

  /** The exception that such methods declare; empty if there is none. */
  String thrown() {
    return thrown;
  }

  /** The statement that suspends. */
  String suspend() {
    return suspend;
  }

  /** The folder of its sources and classes. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }
}
