package program;

import io.leverage.Update;

/** Adds to a global variable. */
public record Adding(int more) implements Update<Integer> {
  @Override
  public Integer apply(Integer present) {
    return present + more;
  }
}
