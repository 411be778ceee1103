package io.leverage.demo.tsp;

/**
 * What the islands of one run have in common.
 *
 * @param islands how many there are
 * @param generations how many generations each evolves
 * @param interval after how many generations it interbreeds
 * @param seed from which each island's random numbers start
 */
public record Archipelago(int islands, int generations, int interval, long seed) {
  /** Creates the description. */
  public Archipelago {
    if (islands < 1 || generations < 1 || interval < 1) {
      throw new IllegalArgumentException(
          "islands, generations and interval must be 1 or more: "
              + islands
              + ", "
              + generations
              + ", "
              + interval);
    }
  }

  /** How often each island interbreeds. */
  public int rounds() {
    return generations / interval;
  }

  /** The name of an island's virtual thread. */
  public String name(int island) {
    return "island-" + island;
  }

  /** The name of the next island in the ring. */
  public String nameAfter(int island) {
    return name((island + 1) % islands);
  }
}
