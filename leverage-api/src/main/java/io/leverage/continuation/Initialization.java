package io.leverage.continuation;

/**
 * Initialises the class of an object that is about to be made. {@code new C(f())} initialises
 * {@code C} before it calls {@code f} (Java language specification, 12.4.1 and 15.9.4); where a
 * thread may be captured in {@code f}, its value is computed before {@code new} is, so the class
 * has to be initialised first.
 *
 * <p>Called by generated code. Safe for use by several threads.
 */
public final class Initialization {
  private static final ClassValue<Boolean> DONE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            return Class.forName(type.getName(), true, type.getClassLoader()).equals(type);
          } catch (ClassNotFoundException e) {
            throw new IllegalStateException(type + " is not found by its own loader", e);
          }
        }
      };

  private Initialization() {}

  /**
   * Initialises a class, unless it is or is just being initialised.
   *
   * @throws ExceptionInInitializerError if its static code fails
   * @throws NoClassDefFoundError if it has failed before
   */
  public static void of(Class<?> type) {
    var unused = DONE.get(type);
  }
}
