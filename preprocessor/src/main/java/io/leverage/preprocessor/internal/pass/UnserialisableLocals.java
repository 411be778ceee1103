package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.TypePatternExpr;
import io.leverage.preprocessor.DiagnosticId;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Warns of locals that can't travel and are live at a safepoint, once each. */
final class UnserialisableLocals {
  private final Method method;
  private final FrameLayout layout;
  private final MethodDeclaration original;

  private UnserialisableLocals(Method method, FrameLayout layout, MethodDeclaration original) {
    this.method = method;
    this.layout = layout;
    this.original = original;
  }

  /**
   * Looks at what the frame of a method holds.
   *
   * @param original the method before it was transformed
   */
  static void report(Method method, FrameLayout layout, MethodDeclaration original) {
    UnserialisableLocals locals = new UnserialisableLocals(method, layout, original);
    layout.locals().forEach(locals::report);
  }

  private void report(Local local) {
    TypeMirror type = method.type(local);
    String tied = type == null ? null : TiedTypes.of(type, method.types());
    if (tied == null) {
      return;
    }
    int stop =
        layout.safepoints().stream()
            .filter(each -> each.live().contains(local.name()))
            .mapToInt(Safepoint::line)
            .min()
            .orElse(1);
    Node place = declaration(local.name());
    method.report(
        DiagnosticId.UNSERIALISABLE_LOCAL,
        place,
        stop,
        (local.isTemporary() ? "a value" : "the local '" + name(local) + "'")
            + " is in use across a safepoint, and a "
            + simple(tied)
            + " can't travel: the thread can be neither checkpointed nor moved there",
        TiedTypes.remedy(tied),
        List.of(
            original.getNameAsString()
                + "() "
                + (local.isTemporary() ? "value" : "local '" + name(local) + "'")
                + " -> "
                + local.erased(),
            "it is used after the safepoint in line " + stop));
  }

  private @Nullable Node declaration(String local) {
    String name = plain(local);
    Optional<Node> found =
        original.findFirst(
            Node.class,
            each ->
                (each instanceof VariableDeclarator variable
                        && variable.getNameAsString().equals(name))
                    || (each instanceof Parameter parameter
                        && parameter.getNameAsString().equals(name))
                    || (each instanceof TypePatternExpr pattern
                        && pattern.getNameAsString().equals(name)));
    return found.orElse(null);
  }

  private static String name(Local local) {
    return plain(local.name());
  }

  private static String plain(String name) {
    int dollar = name.indexOf('$', 1);
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
