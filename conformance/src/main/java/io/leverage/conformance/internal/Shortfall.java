package io.leverage.conformance.internal;

/**
 * A test that passes as it is, but fell short otherwise.
 *
 * @param library the library's name
 * @param test which test
 * @param mode how it was run
 * @param outcome what happened instead
 */
public record Shortfall(String library, String test, Mode mode, String outcome) {
  @Override
  public String toString() {
    return test + " " + mode + ": " + outcome;
  }
}
