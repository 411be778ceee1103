package io.leverage.preprocessor.random;

import io.leverage.preprocessor.differential.Behaviour;
import io.leverage.preprocessor.differential.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongPredicate;

/**
 * Random programs, which must do the same however they are captured. They are compiled in batches;
 * one that fails is shrunk.
 */
final class Campaign {
  private static final List<Path> SUPPORT =
      List.of(
          Path.of("src/test/resources/differential/support/T.java"),
          Path.of("src/test/resources/random/Kit.java"));
  private static final long MOST_SAFEPOINTS = 100_000;
  private static final int CAPTURES = Integer.getInteger("leverage.random.captures", 12);
  private static final int SHRINKINGS = Integer.getInteger("leverage.random.shrinkings", 400);

  private final Path folder;
  private int folders;
  private long captures;

  Campaign(Path folder) {
    this.folder = folder;
  }

  /** How many captures all programs had. */
  long captures() {
    return captures;
  }

  /** Runs a batch of programs; gives what failed. */
  List<String> run(List<RandomProgram> programs) throws Exception {
    Variants together;
    try {
      together = compile(programs);
    } catch (AssertionError e) {
      return programs.size() == 1
          ? List.of(report(programs.get(0), String.valueOf(e.getMessage())))
          : oneByOne(programs);
    }
    List<String> failures = new ArrayList<>();
    for (RandomProgram program : programs) {
      Optional<String> difference = difference(together, program);
      if (difference.isPresent()) {
        failures.add(report(program, difference.get()));
      }
    }
    return failures;
  }

  // Halves find the one at fault with few compilations.
  private List<String> oneByOne(List<RandomProgram> programs) throws Exception {
    int half = programs.size() / 2;
    List<String> failures = new ArrayList<>(run(programs.subList(0, half)));
    failures.addAll(run(programs.subList(half, programs.size())));
    return failures;
  }

  private Variants compile(List<RandomProgram> programs) throws IOException {
    Path here = Files.createDirectories(folder.resolve("batch" + folders++));
    List<Path> sources = new ArrayList<>(SUPPORT);
    for (RandomProgram program : programs) {
      sources.add(Files.writeString(here.resolve(program.name() + ".java"), program.source()));
    }
    return Variants.compile(sources, Files.createDirectories(here.resolve("variants")));
  }

  private Optional<String> difference(Variants variants, RandomProgram program) throws Exception {
    Behaviour expected = variants.runPlain(program.name());
    Variants.Run asked = variants.runMobile(program.name(), at(Long.MAX_VALUE));
    if (!asked.behaviour().equals(expected)) {
      return Optional.of(different("never captured", expected, asked.behaviour()));
    }
    // A capture costs far more than a safepoint: some, from one end of the run to the other.
    long step = Math.max(1, asked.ending().safepoints() / CAPTURES);
    long every = step + new Random(program.name().hashCode()).nextInt((int) Math.min(step, 9));
    Variants.Run run = variants.runMobile(program.name(), at(every));
    captures += run.ending().captures();
    if (!run.behaviour().equals(expected)) {
      return Optional.of(different("captured at every " + every, expected, run.behaviour()));
    }
    return Optional.empty();
  }

  private static String different(String how, Behaviour expected, Behaviour actual) {
    return how
        + "\nexpected: "
        + difference(expected, actual)
        + "\nbut was:  "
        + difference(actual, expected);
  }

  private static LongPredicate at(long every) {
    return n -> {
      if (n > MOST_SAFEPOINTS) {
        throw new AssertionError("the program doesn't end");
      }
      return n % every == 0;
    };
  }

  /** The first line that differs, and the ending. */
  private static String difference(Behaviour one, Behaviour other) {
    List<String> lines = one.output().lines().toList();
    List<String> others = other.output().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (i >= others.size() || !lines.get(i).equals(others.get(i))) {
        return "line " + (i + 1) + ": " + lines.get(i) + "; " + one.ending();
      }
    }
    return lines.size() + " lines; " + one.ending();
  }

  /** Removes statements while the program still fails. */
  private String report(RandomProgram program, String failure) throws Exception {
    String last = failure;
    int tries = 0;
    for (Code statement : program.statements()) {
      if (tries++ == SHRINKINGS) {
        break;
      }
      program.remove(statement);
      Optional<String> still = failure(program, last);
      if (still.isPresent()) {
        last = still.get();
      } else {
        program.restore(statement);
      }
    }
    return program.name() + ": " + last + "\n" + program.source();
  }

  private Optional<String> failure(RandomProgram program, String before) throws Exception {
    Variants variants;
    try {
      variants = compile(List.of(program));
    } catch (AssertionError e) {
      // The plain program must go on to compile: javac's messages are no failure of ours.
      String message = String.valueOf(e.getMessage());
      return message.startsWith("refused: ") && before.startsWith("refused: ")
          ? Optional.of(message)
          : Optional.empty();
    }
    return difference(variants, program);
  }
}
