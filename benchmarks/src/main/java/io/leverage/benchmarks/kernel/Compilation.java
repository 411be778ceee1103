package io.leverage.benchmarks.kernel;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Outcome;
import io.leverage.runtime.MobileClassLoader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** A way to compile and run a kernel. Each has classes, and so profiles, of its own. */
public enum Compilation {
  /** By javac alone. */
  PLAIN("plain"),
  /** By way of the preprocessor, with a live continuation that is never asked to capture. */
  TRANSFORMED("transformed"),
  /** The same, captured at the first safepoint of its outermost loop and resumed from there. */
  THAWED("transformed"),
  /** For and by Tascalate JavaFlow. */
  JAVAFLOW("javaflow"),
  /** For and by Kilim. */
  KILIM("kilim"),
  /** For and by offbynull coroutines. */
  COROUTINES("coroutines");

  private static final String KERNELS = "io.leverage.benchmarks.kernels.";

  private final String folder;

  Compilation(String folder) {
    this.folder = folder;
  }

  /** Tells whether it can be measured: its classes are there. */
  public boolean isBuilt(Path builds, String kernel) {
    return Files.isRegularFile(
        builds.resolve(folder).resolve((KERNELS + kernel).replace('.', '/') + ".class"));
  }

  /** Loads a kernel. */
  @SuppressWarnings("BanClassLoader") // the folder is our own build's
  Callable<?> load(Path builds, String kernel)
      throws ReflectiveOperationException, MalformedURLException {
    URL[] classes = {builds.resolve(folder).toUri().toURL()};
    ClassLoader parent = Compilation.class.getClassLoader();
    ClassLoader loader =
        folder.equals("transformed")
            ? new MobileClassLoader(classes, parent)
            : new URLClassLoader(classes, parent);
    Callable<?> task =
        (Callable<?>) loader.loadClass(KERNELS + kernel).getConstructor().newInstance();
    return switch (this) {
      case PLAIN -> task;
      case TRANSFORMED -> () -> run((MobileTask) task);
      case THAWED -> () -> thaw((MobileTask) task);
      default ->
          (Callable<?>)
              loader.loadClass(KERNELS + "Driver").getConstructor(Callable.class).newInstance(task);
    };
  }

  private static Object run(MobileTask task) {
    return result(new Continuation(new Host(false)).start(task));
  }

  private static Object thaw(MobileTask task) {
    Continuation continuation = new Continuation(new Host(true));
    continuation.poll = true;
    if (!(continuation.start(task) instanceof Outcome.Captured captured)) {
      throw new IllegalStateException("not captured");
    }
    continuation.poll = false;
    return result(continuation.resume(captured.frames()));
  }

  private static Object result(Outcome outcome) {
    if (outcome instanceof Outcome.Returned returned && returned.value() != null) {
      return returned.value();
    }
    throw new IllegalStateException("unexpected " + outcome);
  }
}
