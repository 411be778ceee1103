package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.DataKey;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;

/**
 * What is known of a lambda or method reference that is made resumable.
 *
 * @param target the functional interface that it is an object of, without wildcards
 * @param method the interface's abstract method
 * @param pollsAtEntry whether it polls when it is entered: a recursive cycle needs it
 */
public record MobileLambda(DeclaredType target, ExecutableElement method, boolean pollsAtEntry) {
  /** Where the expression carries it. Others carry none. */
  public static final DataKey<MobileLambda> KEY = new DataKey<>() {};
}
