package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import io.leverage.preprocessor.internal.analysis.MobileLambda;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Casts values of a type {@code P & Q} to what their place needs: mobile code declares variables
 * and temporaries of them as a {@code P}.
 */
final class IntersectionPass {
  private final Plan plan;
  private final Source source;
  private final Types types;
  private final Elements elements;
  private final TypeNames typeNames;

  IntersectionPass(Plan plan, Source source, Types types, Elements elements, TypeNames typeNames) {
    this.plan = plan;
    this.source = source;
    this.types = types;
    this.elements = elements;
    this.typeNames = typeNames;
  }

  void apply(CompilationUnit unit) {
    List<Expression> values =
        new ArrayList<>(
            unit.findAll(
                Expression.class,
                each -> each.containsData(Attribution.KEY) && !isWritten(each) && isInFrame(each)));
    Collections.reverse(values); // what others are made of first: those keep it
    values.forEach(this::name);
  }

  private static boolean isWritten(Expression value) {
    TypeMirror type = TypeNames.bound(Attribution.of(value).type());
    return value instanceof EnclosedExpr
        || value instanceof CastExpr
        || !(type instanceof IntersectionType);
  }

  private boolean isInFrame(Node value) {
    Node each = value;
    while (each.getParentNode().isPresent()) {
      each = each.getParentNode().get();
      if (Marks.isMobile(each, plan)) {
        return true;
      }
    }
    return false;
  }

  private void name(Expression value) {
    TypeMirror wanted = wanted(value);
    if (wanted == null
        || !(TypeNames.bound(Attribution.of(value).type()) instanceof IntersectionType type)
        || is(typeNames.denotable(type), wanted)) {
      return;
    }
    for (TypeMirror part : type.getBounds()) {
      if (is(part, wanted)) {
        cast(value, part);
        return;
      }
    }
  }

  // x => ((Q) x)
  private void cast(Expression value, TypeMirror part) {
    CastExpr cast = new CastExpr(source.type(typeNames.text(part)), new NameExpr("hole"));
    EnclosedExpr all = new EnclosedExpr(cast);
    value.replace(all);
    boolean bindsLess = value instanceof ConditionalExpr || value instanceof AssignExpr;
    cast.setExpression(bindsLess ? Source.at(value, new EnclosedExpr(value)) : value);
    cast.setData(Attribution.KEY, new Attribution(part, null, null));
    all.setData(Attribution.KEY, new Attribution(part, null, null));
    Source.at(value, cast);
    Source.at(value, all);
  }

  private boolean is(TypeMirror type, TypeMirror wanted) {
    return types.isSubtype(types.erasure(type), types.erasure(wanted));
  }

  /** What the place of a value needs it to be; null if that is not known to be more. */
  private @Nullable TypeMirror wanted(Expression value) {
    Node parent = value.getParentNode().orElseThrow();
    if (parent instanceof EnclosedExpr || parent instanceof ConditionalExpr) {
      return wanted((Expression) parent);
    } else if (parent instanceof AssignExpr assignment) {
      return Marks.same(assignment.getValue(), value)
          ? Attribution.of(assignment.getTarget()).type()
          : null;
    } else if (parent instanceof VariableDeclarator variable) {
      return TypeNames.bound(Attribution.of(variable).type()) instanceof IntersectionType
          ? null
          : Attribution.of(variable).type();
    } else if (parent instanceof ForEachStmt) {
      return Objects.requireNonNull(elements.getTypeElement("java.lang.Iterable")).asType();
    } else if (parent instanceof ReturnStmt) {
      return returned(parent);
    }
    Element element =
        parent.containsData(Attribution.KEY) ? Attribution.of(parent).element() : null;
    if (parent instanceof NodeWithArguments<?> call
        && element instanceof ExecutableElement callee
        && call.getArguments().stream().anyMatch(each -> Marks.same(each, value))) {
      return parameter(callee, argument(call, value));
    }
    return element != null && element.getEnclosingElement() instanceof TypeElement owner
        ? owner.asType()
        : null;
  }

  private static int argument(NodeWithArguments<?> call, Expression value) {
    int index = 0;
    while (!Marks.same(call.getArgument(index), value)) {
      index++;
    }
    return index;
  }

  private static TypeMirror parameter(ExecutableElement callee, int argument) {
    List<? extends VariableElement> parameters = callee.getParameters();
    if (callee.isVarArgs() && argument >= parameters.size() - 1) {
      return ((ArrayType) parameters.get(parameters.size() - 1).asType()).getComponentType();
    }
    return parameters.get(argument).asType();
  }

  private static @Nullable TypeMirror returned(Node statement) {
    Node each = statement;
    while (!(each instanceof MethodDeclaration) && !(each instanceof LambdaExpr)) {
      each = each.getParentNode().orElseThrow();
    }
    if (each instanceof LambdaExpr lambda) {
      return lambda.containsData(MobileLambda.KEY)
          ? lambda.getData(MobileLambda.KEY).method().getReturnType()
          : null;
    }
    return ((ExecutableElement) Objects.requireNonNull(Attribution.of(each).element()))
        .getReturnType();
  }
}
