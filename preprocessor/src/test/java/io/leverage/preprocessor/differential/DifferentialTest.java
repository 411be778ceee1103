package io.leverage.preprocessor.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.leverage.runtime.MobileProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a program does must not depend on where it is captured. Each program in the resources below
 * {@code differential}, and each generated one, is run as it is, then preprocessed: without
 * captures, with a capture at each safepoint, and with one capture at the k-th safepoint for many
 * k. All must print and throw the same.
 */
class DifferentialTest {
  private static final Path PROGRAMS = Path.of("src/test/resources/differential");

  /** How many positions of a single capture are tried, spread over the run. */
  private static final int POSITIONS = Integer.getInteger("leverage.differential.positions", 20);

  private static final long MOST_SAFEPOINTS = 10_000;

  @TempDir static Path temp;

  @TestFactory
  Stream<DynamicTest> programsDoTheSameWhereverTheyAreCaptured() throws IOException {
    return tests(programs(PROGRAMS));
  }

  @TestFactory
  Stream<DynamicTest> programsOfJava21DoTheSame() throws IOException {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
    return tests(programs(Path.of("src/test/resources/differential-21")));
  }

  private static Map<String, Path> programs(Path folder) throws IOException {
    Map<String, Path> programs = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(Files::isRegularFile).forEach(file -> programs.put(name(file), file));
    }
    return programs;
  }

  @TestFactory
  Stream<DynamicTest> everyConstructInEveryConstructDoesTheSame() throws IOException {
    return tests(NestingPrograms.write(Files.createDirectories(temp.resolve("nesting"))));
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    assertThat(name).as("a file that isn't a program").endsWith(".java");
    return name.substring(0, name.length() - ".java".length());
  }

  private static Stream<DynamicTest> tests(Map<String, Path> programs) throws IOException {
    Optional<Variants> together = compileTogether(programs);
    return programs.entrySet().stream()
        .map(
            program ->
                DynamicTest.dynamicTest(
                    program.getKey(),
                    () ->
                        compare(
                            together.isPresent()
                                ? together.get()
                                : compile(List.of(program.getValue())),
                            program.getKey())));
  }

  /**
   * One compilation is fastest; if it fails, compiling one by one shows which program is at fault.
   */
  private static Optional<Variants> compileTogether(Map<String, Path> programs) throws IOException {
    try {
      return Optional.of(compile(List.copyOf(programs.values())));
    } catch (AssertionError e) {
      return Optional.empty();
    }
  }

  private static Variants compile(List<Path> programs) throws IOException {
    List<Path> sources = new ArrayList<>(programs);
    try (Stream<Path> support = Files.list(PROGRAMS.resolve("support"))) {
      support.forEach(sources::add);
    }
    return Variants.compile(sources, Files.createTempDirectory(temp, "variants"));
  }

  private static void compare(Variants variants, String program) throws Exception {
    Behaviour expected = variants.runPlain(program);
    assertThat(expected.output()).as("a program prints what it does").isNotEmpty();
    assertThat(variants.runMobile(program, MobileProgram.NEVER).behaviour())
        .as("%s, never captured", program)
        .isEqualTo(expected);
    Variants.Run each = variants.runMobile(program, ending(n -> true));
    assertThat(each.behaviour()).as("%s, captured at each safepoint", program).isEqualTo(expected);
    long safepoints = each.ending().safepoints();
    assertThat(each.ending().captures()).as("a program has safepoints").isPositive();
    for (long k : positions(safepoints)) {
      assertThat(variants.runMobile(program, ending(n -> n == k)).behaviour())
          .as("%s, captured at safepoint %d of %d", program, k, safepoints)
          .isEqualTo(expected);
    }
  }

  /** A program that has lost its way in a loop must fail, not hang. */
  private static LongPredicate ending(LongPredicate captureAt) {
    return n -> {
      if (n > MOST_SAFEPOINTS) {
        throw new AssertionError("the program doesn't end");
      }
      return captureAt.test(n);
    };
  }

  private static long[] positions(long safepoints) {
    if (safepoints <= POSITIONS) {
      return LongStream.rangeClosed(1, safepoints).toArray();
    }
    return LongStream.range(0, POSITIONS)
        .map(i -> 1 + i * (safepoints - 1) / (POSITIONS - 1))
        .toArray();
  }
}
