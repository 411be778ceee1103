package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What javac knows about a node of JavaParser's tree. It is attached to the node itself, so a copy
 * of the node has it too.
 *
 * @param type the node's type: of an expression its static type, of a declaration the declared one
 * @param element what it declares or refers to: a variable, a method, a type; null for others
 * @param constant the compile-time constant that an expression stands for; null if it is none
 */
public record Attribution(
    @Nullable TypeMirror type, @Nullable Element element, @Nullable Object constant) {
  /** Where a node carries its attribution. */
  public static final DataKey<Attribution> KEY = new DataKey<>() {};

  /** Where a node carries its line in the user's file, from before any rewriting. */
  public static final DataKey<Integer> LINE = new DataKey<>() {};

  /**
   * Gets a node's attribution.
   *
   * @param node a node from the user's file, or a copy of one
   * @return its attribution
   * @throws IllegalStateException if it has none: the join is total, so this is a bug
   */
  public static Attribution of(Node node) {
    if (!node.containsData(KEY)) {
      throw new IllegalStateException(
          "no attribution for " + node.getClass().getSimpleName() + " '" + node + "'");
    }
    return node.getData(KEY);
  }
}
