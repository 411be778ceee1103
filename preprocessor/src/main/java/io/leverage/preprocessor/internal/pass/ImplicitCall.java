package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * A checkpointable call that a statement makes without naming it, such as {@code next()}.
 *
 * @param callee the method
 * @param twin the name of its twin
 * @param helper the static method that the call goes through; null if it goes straight to the twin
 */
record ImplicitCall(ExecutableElement callee, String twin, @Nullable String helper) {

  // Through a helper a loop's iterator is an Iterator<?>.
  private TypeMirror type(Types types) {
    TypeMirror declared = callee.getReturnType();
    return callee.getSimpleName().contentEquals("next")
        ? top(declared, types)
        : declared.getKind() == TypeKind.DECLARED ? types.erasure(declared) : declared;
  }

  private static TypeMirror top(TypeMirror type, Types types) {
    List<? extends TypeMirror> parents = types.directSupertypes(type);
    return parents.isEmpty() ? type : top(parents.get(0), types);
  }

  /** Marks a generated call, if it is one of the checkpointable ones of the node it is made for. */
  static void mark(Node node, MethodCallExpr call, Types types) {
    if (!node.containsData(Marks.IMPLICIT)) {
      return;
    }
    List<ImplicitCall> calls = node.getData(Marks.IMPLICIT);
    for (ImplicitCall each : calls) {
      if (each.callee.getSimpleName().contentEquals(call.getNameAsString())) {
        Source.at(node, call);
        call.setData(Attribution.KEY, new Attribution(each.type(types), each.callee, null));
        call.setData(Marks.TWIN, each.twin);
        if (each.helper != null) {
          call.setData(Marks.HELPER, each.helper);
        }
      }
    }
  }
}
