package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.internal.analysis.Plan;
import java.util.function.Consumer;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Makes the methods of one file resumable, in place. */
public final class Transformation {
  private Transformation() {}

  /**
   * Transforms a file.
   *
   * @param unit the file's tree, which is changed
   * @param plan what to transform
   * @param types javac's operations on types
   * @param elements javac's operations on elements
   * @param diagnostics takes what can't be transformed
   */
  public static void apply(
      CompilationUnit unit,
      Plan plan,
      Types types,
      Elements elements,
      Consumer<Diagnostic> diagnostics) {}
}
