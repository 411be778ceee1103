package io.leverage.benchmarks.cli;

import io.leverage.benchmarks.kernel.Compilation;
import io.leverage.benchmarks.kernel.Kernels;
import io.leverage.benchmarks.kernel.Sampler;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Measures one kernel in a JVM of its own and prints its samples. */
public final class KernelFork {
  private KernelFork() {}

  /** Arguments: the folder of the builds, the kernel, milliseconds, a seed, compilations. */
  public static void main(String[] args) throws Exception {
    List<Compilation> compilations =
        List.of(args).subList(4, args.length).stream().map(Compilation::valueOf).toList();
    long nanos = Long.parseLong(args[2]) * 1_000_000 * compilations.size();
    Sampler sampler =
        new Sampler(Kernels.load(Path.of(args[0]), args[1], compilations), Long.parseLong(args[3]));
    sampler.warmUp(nanos);
    for (Map<Compilation, Long> round : sampler.measure(nanos)) {
      StringBuilder line = new StringBuilder("round");
      compilations.forEach(each -> line.append(' ').append(round.get(each)));
      System.out.println(line);
    }
  }
}
