package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The annotation of generated members, so that they compile under {@code -Xlint:all -Werror}. javac
 * heeds only categories by name; {@code all} is for other compilers and for editors.
 */
final class Suppression {
  private static final String TYPE = "java.lang.SuppressWarnings";
  private static final List<String> CATEGORIES =
      List.of(
          "NullAway.Init",
          "all",
          "cast",
          "deprecation",
          "divzero",
          "empty",
          "fallthrough",
          "finally",
          "overloads",
          "rawtypes",
          "removal",
          "serial",
          "static",
          "synchronization",
          "this-escape",
          "try",
          "unchecked",
          "unused",
          "varargs");

  /** The annotation as source text, with a blank after it. */
  static final String TEXT =
      CATEGORIES.stream()
          .map(category -> '"' + category + '"')
          .collect(Collectors.joining(", ", "@" + TYPE + "({", "}) "));

  private Suppression() {}

  /** Tells whether a declaration has one already; there may be but one. */
  static boolean isOn(NodeWithAnnotations<?> declaration) {
    return declaration.getAnnotations().stream()
        .map(AnnotationExpr::getNameAsString)
        .anyMatch(name -> TYPE.equals(name) || TYPE.endsWith("." + name));
  }

  /** Makes the annotation of a stub, which holds nothing to warn about but itself. */
  static AnnotationExpr unused() {
    return new SingleMemberAnnotationExpr(new Name(TYPE), new StringLiteralExpr("unused"));
  }

  /** Makes the annotation. */
  static AnnotationExpr annotation() {
    NodeList<Expression> categories = new NodeList<>();
    CATEGORIES.forEach(category -> categories.add(new StringLiteralExpr(category)));
    return new SingleMemberAnnotationExpr(new Name(TYPE), new ArrayInitializerExpr(categories));
  }
}
