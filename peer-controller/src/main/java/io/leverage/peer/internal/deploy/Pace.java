package io.leverage.peer.internal.deploy;

/** How fast a peer is, as {@link io.leverage.peer.internal.mesh.Capacity#speed()} says. */
@FunctionalInterface
public interface Pace {
  /** The pace of a peer that has not been measured. */
  Pace UNKNOWN = () -> 0;

  /**
   * Gets the pace that the system property {@code leverage.speed} says.
   *
   * @param otherwise where it is not set
   */
  static Pace chosen(Pace otherwise) {
    String fixed = System.getProperty("leverage.speed");
    if (fixed == null) {
      return otherwise;
    }
    double speed = Double.parseDouble(fixed);
    return () -> speed;
  }

  /** Gets what one running thread gets done now; 0 if it is not known. */
  double speed();

  /** Tells whether running threads get clearly less than a processor each. */
  default boolean saturated() {
    return false;
  }

  /**
   * Takes note of what the running threads got.
   *
   * @param share of a processor for each; -1 if none wanted any
   * @param runnable how many threads wanted any
   */
  default void observed(double share, int runnable) {}
}
