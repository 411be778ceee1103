package io.leverage.benchmarks.cli;

import io.leverage.benchmarks.state.StateCost;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Measures what it takes to capture a stack, to write and read it, and to resume it. */
public final class StateCommand {
  private static final List<Integer> DEPTHS = List.of(1, 10, 100, 1000);
  private static final List<Integer> PAYLOADS = List.of(0, 1 << 10, 1 << 20);

  private StateCommand() {}

  /** Arguments: the folder of the builds. */
  public static void main(String[] args) throws Exception {
    // One JVM measures all, so it must know all first.
    for (int depth : DEPTHS) {
      StateCost.measure(Path.of(args[0]), depth, 0);
    }
    System.out.println(
        "| depth | payload | bytes | capture | write | read | resume | Java serialisation: bytes |"
            + " write | read |");
    System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (int payload : PAYLOADS) {
      for (int depth : DEPTHS) {
        StateCost cost = StateCost.measure(Path.of(args[0]), depth, payload);
        System.out.printf(
            Locale.ROOT,
            "| %,d | %,d | %,d | %.1f | %.1f | %.1f | %.1f | %,d | %.1f | %.1f |%n",
            depth,
            payload,
            cost.bytes(),
            cost.capture(),
            cost.write(),
            cost.read(),
            cost.resume(),
            cost.javaBytes(),
            cost.javaWrite(),
            cost.javaRead());
      }
    }
  }
}
