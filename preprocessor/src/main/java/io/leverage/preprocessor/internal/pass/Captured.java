package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * The variables of methods around a lambda or an anonymous class that it captures.
 *
 * <p>They are kept in the frame like its own variables: a resume body stands elsewhere, and what it
 * uses would otherwise have to be captured again.
 */
final class Captured {
  private Captured() {}

  /** Finds the variables that are declared in a node. */
  static Set<Element> declaredIn(Node code) {
    Set<Element> declared = new HashSet<>();
    code.walk(
        node -> {
          Element element =
              node.containsData(Attribution.KEY) ? Attribution.of(node).element() : null;
          if (node instanceof CompactConstructorDeclaration
              && element instanceof ExecutableElement constructor) {
            declared.addAll(constructor.getParameters()); // no node declares them
          } else if (element != null
              && (node instanceof VariableDeclarator
                  || node instanceof Parameter
                  || node instanceof TypePatternExpr)) {
            declared.add(element);
          }
        });
    return declared;
  }

  /**
   * Finds the local variables that are used in a node but declared outside of it, by their names.
   */
  static Map<String, Attribution> in(Node code) {
    Set<Element> own = declaredIn(code);
    Map<String, Attribution> captured = new LinkedHashMap<>();
    code.walk(
        NameExpr.class,
        name -> {
          if (name.containsData(Attribution.KEY)) {
            Attribution attribution = Attribution.of(name);
            if (Method.isLocal(attribution.element()) && !own.contains(attribution.element())) {
              captured.putIfAbsent(name.getNameAsString(), attribution);
            }
          }
        });
    return captured;
  }
}
