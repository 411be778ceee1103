package io.leverage.preprocessor.internal.pass;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A place in a resumable method where its frame can be captured: a checkpointable call or a poll.
 * Copies of a statement share their safepoint.
 */
public final class Safepoint {
  private final int line;
  private final @Nullable String resume;
  private final SortedSet<String> live = new TreeSet<>();
  private int pc;

  private Safepoint(int line, @Nullable String resume) {
    this.line = line;
    this.resume = resume;
  }

  static Safepoint poll(int line) {
    return new Safepoint(line, null);
  }

  static Safepoint call(int line, String resume) {
    return new Safepoint(line, resume);
  }

  /** Gets the line in the user's file. */
  public int line() {
    return line;
  }

  /** Gets the expression that resumes the called frame; null for a poll. */
  public @Nullable String resume() {
    return resume;
  }

  /** Gets the artificial program counter, from 1 in source order. */
  public int pc() {
    return pc;
  }

  void number(int number) {
    pc = number;
  }

  /** Gets the names of the locals that are live while the method stops here. */
  public SortedSet<String> live() {
    return live;
  }
}
