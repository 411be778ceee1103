package program;

/** Fails in the middle of user code. */
public final class Failing {
  private Failing() {}

  public static Object fail(int value) {
    if (value == 3) {
      throw new IllegalStateException("three");
    }
    return null;
  }
}
