package io.leverage.runtime.internal.exec;

/** What a program's classes call before they hand something to the JVM that it calls later. */
public final class HandedToJvm {
  private HandedToJvm() {}

  /**
   * Records the call. From then on the program stays in its class loader: the JVM would go on with
   * the objects and statics that are there.
   *
   * @param type the class that calls
   * @param call what it calls
   */
  public static void mark(Class<?> type, String call) {
    if (type.getClassLoader() instanceof ProgramLoader loader) {
      loader.stay(call);
    }
  }
}
