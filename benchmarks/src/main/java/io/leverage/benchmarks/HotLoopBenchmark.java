package io.leverage.benchmarks;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.ContinuationHost;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Operation;
import io.leverage.continuation.Outcome;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The demo's hot loop, transformed against plain: the same sources, compiled once as they are and
 * once by way of the preprocessor, in class loaders of their own. Run by {@code benchmarks/run}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 8, time = 1)
@Fork(3)
public class HotLoopBenchmark {
  private static final String TASK = "io.leverage.demo.tsp.HotLoop";

  /**
   * Which compilation to run. The system property {@code leverage.benchmark.SHAPE} names the folder
   * of its classes.
   */
  @Param({"plain", "transformed"})
  public String shape = "plain";

  /** How many cities the tours have. */
  @Param({"52", "200"})
  public int cities = 52;

  private @Nullable URLClassLoader loader;
  private @Nullable Callable<?> task;
  private final Continuation continuation = new Continuation(new StayingHost());

  /** Loads the compilation. */
  @Setup
  public void load() throws ReflectiveOperationException, MalformedURLException {
    String property = "leverage.benchmark." + shape;
    Path classes = Path.of(System.getProperty(property, ""));
    if (!Files.isDirectory(classes) || classes.toString().isEmpty()) {
      throw new IllegalStateException(property + " names no folder: start with benchmarks/run");
    }
    loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, HotLoopBenchmark.class.getClassLoader());
    Object instance = loader.loadClass(TASK).getConstructor(int.class).newInstance(cities);
    if (instance instanceof MobileTask != shape.equals("transformed")) {
      throw new IllegalStateException(classes + " does not hold the shape " + shape);
    }
    task = (Callable<?>) instance;
  }

  /** Evolves some generations. */
  @Benchmark
  public Object evolve() throws Exception {
    if (task == null) {
      throw new IllegalStateException("not loaded");
    }
    if (task instanceof MobileTask mobile) {
      Outcome outcome = continuation.start(mobile);
      if (outcome instanceof Outcome.Returned returned && returned.value() != null) {
        return returned.value();
      }
      throw new IllegalStateException("unexpected " + outcome);
    }
    return task.call();
  }

  /** Closes the class loader. */
  @TearDown
  public void close() throws IOException {
    if (loader != null) {
      loader.close();
    }
  }

  /** Never captures, as in most of a virtual thread's life. */
  private static final class StayingHost implements ContinuationHost {
    @Override
    public boolean captureNow() {
      return false;
    }

    @Override
    public @Nullable Object attempt(Operation operation) {
      throw new IllegalStateException("the hot loop has no operations: " + operation.describe());
    }
  }
}
