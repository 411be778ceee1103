package io.leverage.benchmarks.state;

import io.leverage.continuation.Continuation;
import io.leverage.continuation.ContinuationHost;
import io.leverage.continuation.Frame;
import io.leverage.continuation.MobileTask;
import io.leverage.continuation.Operation;
import io.leverage.continuation.Outcome;
import io.leverage.runtime.MobileClassLoader;
import io.leverage.runtime.StateCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What a stack costs: bytes, and medians of microseconds of CPU time.
 *
 * @param bytes of the captured stack
 * @param capture to run into the depth and unwind
 * @param write to write the frames as bytes
 * @param read to restore the frames
 * @param resume to rebuild the stack and return from it
 * @param javaBytes of equal data in Java serialisation
 * @param javaWrite to write these
 * @param javaRead to read these
 */
public record StateCost(
    int bytes,
    double capture,
    double write,
    double read,
    double resume,
    int javaBytes,
    double javaWrite,
    double javaRead) {
  private static final String TASK = "io.leverage.benchmarks.kernels.Depth";
  private static final long WARM_UP = 400_000_000L;
  private static final int SAMPLES = 200;
  private static final int STEPS = 6;

  /** Measures one depth and payload. */
  public static StateCost measure(Path builds, int depth, int payload) throws Exception {
    ClassLoader loader =
        new MobileClassLoader(
            new URL[] {builds.resolve("transformed").toUri().toURL()},
            StateCost.class.getClassLoader());
    MobileTask task =
        (MobileTask)
            loader.loadClass(TASK).getConstructor(int.class, int.class).newInstance(depth, payload);
    Object expected = ((Callable<?>) task).call();
    Run run = new Run(task, depth, loader, data(depth, payload));
    long start = run.now();
    while (run.now() - start < WARM_UP) {
      run.once(expected);
    }
    double[][] samples = new double[STEPS][SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      run.once(expected);
      for (int step = 0; step < STEPS; step++) {
        samples[step][i] = run.times[step] / 1000.0;
      }
    }
    for (double[] each : samples) {
      Arrays.sort(each);
    }
    int middle = SAMPLES / 2;
    return new StateCost(
        run.bytes.length,
        samples[0][middle],
        samples[1][middle],
        samples[2][middle],
        samples[3][middle],
        run.javaBytes.length,
        samples[4][middle],
        samples[5][middle]);
  }

  private static List<Activation> data(int depth, int payload) {
    Activation.Task task = new Activation.Task(depth, new byte[payload]);
    List<Activation> data = new ArrayList<>();
    for (int level = 0; level < depth + 1; level++) {
      data.add(new Activation(task, level, level * 7, level * 14));
    }
    return data;
  }

  /** One way there and back. */
  private static final class Run {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long[] times = new long[STEPS];
    private final MobileTask task;
    private final int depth;
    private final StateCodec codec;
    private final List<Activation> data;
    private byte[] bytes = {};
    private byte[] javaBytes = {};

    Run(MobileTask task, int depth, ClassLoader loader, List<Activation> data) {
      this.task = task;
      this.depth = depth;
      this.codec = new StateCodec(loader);
      this.data = data;
    }

    long now() {
      return threads.getCurrentThreadCpuTime();
    }

    void once(Object expected) throws IOException, ClassNotFoundException {
      Continuation continuation = new Continuation(new Stopper(depth));
      continuation.poll = true;
      long start = now();
      Outcome stopped = continuation.start(task);
      long captured = now();
      bytes = codec.write(frames(stopped));
      long written = now();
      List<Frame> restored = frames(codec.read(bytes));
      long read = now();
      Outcome ended = new Continuation(new Stopper(0)).resume(restored);
      long resumed = now();
      javaBytes = serialised();
      long javaWritten = now();
      Object copy = new ObjectInputStream(new ByteArrayInputStream(javaBytes)).readObject();
      long javaRead = now();
      if (!(ended instanceof Outcome.Returned returned && expected.equals(returned.value()))
          || !(copy instanceof List<?> list && list.size() == data.size())) {
        throw new IllegalStateException("unexpected " + ended);
      }
      long[] marks = {start, captured, written, read, resumed, javaWritten, javaRead};
      for (int step = 0; step < STEPS; step++) {
        times[step] = marks[step + 1] - marks[step];
      }
    }

    private byte[] serialised() throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
        objects.writeObject(data);
      }
      return out.toByteArray();
    }

    private static List<Frame> frames(Outcome outcome) {
      if (outcome instanceof Outcome.Captured captured) {
        return new ArrayList<>(captured.frames());
      }
      throw new IllegalStateException("not captured: " + outcome);
    }

    private static List<Frame> frames(@Nullable Object restored) {
      List<Frame> frames = new ArrayList<>();
      for (Object each : (List<?>) Objects.requireNonNull(restored)) {
        frames.add((Frame) each);
      }
      return frames;
    }
  }

  /** Captures at the innermost safepoint: the last of the way down. */
  private static final class Stopper implements ContinuationHost {
    private int left;

    Stopper(int left) {
      this.left = left;
    }

    @Override
    public boolean captureNow() {
      return --left == 0;
    }

    @Override
    public @Nullable Object attempt(Operation operation) {
      throw new IllegalStateException(operation.describe());
    }
  }
}
