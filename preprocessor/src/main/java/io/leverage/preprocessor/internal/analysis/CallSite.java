package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A place that calls a method or a constructor, or refers to one.
 *
 * @param node the call, the creation, or the method reference
 * @param target the method that javac binds it to
 * @param exact whether no override can be meant, as in {@code super.m()}
 */
record CallSite(Node node, ExecutableElement target, boolean exact) {

  /** The class that declares the target. */
  TypeElement owner() {
    return (TypeElement) Objects.requireNonNull(target.getEnclosingElement());
  }
}
