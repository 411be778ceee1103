package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.SimpleName;
import java.util.HashSet;
import java.util.Set;

/** Allocates names that occur nowhere else in a file. */
public final class Names {
  // What templates call the continuation, a frame, a signal, the program counter and a receiver.
  private static final Set<String> RESERVED = Set.of("c$", "f$", "u$", "pc$", "self$");

  private final Set<String> used = new HashSet<>(RESERVED);

  /** Creates an allocator that knows a file's names. */
  public Names(CompilationUnit unit) {
    for (SimpleName name : unit.findAll(SimpleName.class)) {
      used.add(name.getIdentifier());
    }
  }

  /**
   * Gets a name.
   *
   * @param base the wish
   * @return the wish or the wish with a number, not given before
   */
  public String fresh(String base) {
    String name = base;
    for (int i = 1; !used.add(name); i++) {
      name = base + i;
    }
    return name;
  }
}
