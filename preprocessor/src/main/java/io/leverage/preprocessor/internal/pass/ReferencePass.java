package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnknownType;
import io.leverage.preprocessor.internal.analysis.MobileLambda;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Writes the method references that are made resumable as lambdas (Java language specification,
 * 15.13.3): which method is meant is decided there as for a call with the interface's parameters.
 */
final class ReferencePass {
  /** What the lambda of a bound method reference captures: the object that it is bound to. */
  static final DataKey<Parameter> RECEIVER = new DataKey<>() {};

  private static final String BINDER = "io.leverage.continuation.BoundReceiver";

  private final Names names;
  private final Source source;
  private final Types types;
  private final Elements elements;
  private final TypeNames typeNames;

  private ReferencePass(
      Names names, Source source, Types types, TypeNames typeNames, Elements elements) {
    this.names = names;
    this.source = source;
    this.types = types;
    this.elements = elements;
    this.typeNames = typeNames;
  }

  static void apply(
      CompilationUnit unit,
      Names names,
      Source source,
      Types types,
      TypeNames typeNames,
      Elements elements) {
    ReferencePass pass = new ReferencePass(names, source, types, typeNames, elements);
    List<MethodReferenceExpr> references =
        unit.findAll(MethodReferenceExpr.class, each -> each.containsData(MobileLambda.KEY));
    Collections.reverse(references); // those within another's receiver first: it is copied
    for (MethodReferenceExpr reference : references) {
      reference.replace(Source.at(reference, pass.lambda(reference)));
    }
  }

  /** Makes the variable in {@code x::m} one: the parser takes it for a type. */
  static void readScopes(CompilationUnit unit) {
    unit.findAll(MethodReferenceExpr.class).forEach(ReferencePass::readScope);
  }

  private static void readScope(MethodReferenceExpr reference) {
    if (reference.getScope() instanceof TypeExpr type
        && Attribution.of(type).element() instanceof VariableElement
        && type.getType() instanceof ClassOrInterfaceType name) {
      Expression scope = expression(name);
      scope.setData(Attribution.KEY, Attribution.of(type));
      reference.setScope(Source.at(type, scope));
    }
  }

  private static Expression expression(ClassOrInterfaceType name) {
    Expression expression =
        name.getScope().isPresent()
            ? new FieldAccessExpr(expression(name.getScope().get()), name.getNameAsString())
            : new NameExpr(name.getNameAsString());
    if (name.containsData(Attribution.KEY)) {
      expression.setData(Attribution.KEY, Attribution.of(name));
    }
    return Source.at(name, expression);
  }

  private Expression lambda(MethodReferenceExpr reference) {
    MobileLambda form = reference.getData(MobileLambda.KEY);
    List<? extends TypeMirror> parameters = seen(form).getParameterTypes();
    ExecutableElement callee =
        (ExecutableElement) Objects.requireNonNull(Attribution.of(reference).element());
    boolean isStatic = callee.getModifiers().contains(Modifier.STATIC);
    LambdaExpr lambda = new LambdaExpr();
    lambda.setEnclosingParameters(true);
    MethodCallExpr call = new MethodCallExpr(null, callee.getSimpleName().toString());
    reference.getTypeArguments().ifPresent(each -> call.setTypeArguments(copies(each)));
    for (TypeMirror type : parameters) {
      Parameter parameter = new Parameter(new UnknownType(), names.fresh("p$"));
      parameter.setData(Attribution.KEY, new Attribution(type, null, null));
      lambda.addParameter(parameter);
      call.addArgument(new NameExpr(parameter.getNameAsString()));
    }
    Expression scope = reference.getScope();
    boolean isBound = false;
    if (isType(scope)) {
      call.setScope(isStatic ? typeName(scope) : receiver(scope, call, parameters.get(0)));
    } else {
      isBound = !scope.isThisExpr() && !scope.isSuperExpr();
      call.setScope(isBound ? new NameExpr(names.fresh("r$")) : scope.clone());
    }
    call.setData(
        Attribution.KEY, new Attribution(result(callee, seen(form).getReturnType()), callee, null));
    Source.at(reference, call);
    lambda.setBody(Source.at(reference, new ExpressionStmt(call)));
    lambda.setData(Attribution.KEY, Attribution.of(reference));
    lambda.setData(MobileLambda.KEY, form);
    Source.at(reference, lambda);
    return isBound ? bound(reference, lambda, call) : lambda;
  }

  private ExecutableType seen(MobileLambda form) {
    return (ExecutableType) types.asMemberOf(form.target(), form.method());
  }

  private static boolean isType(Expression scope) {
    Element element = Attribution.of(scope).element();
    return element instanceof TypeElement || element instanceof TypeParameterElement;
  }

  // T::m => T.m(p)
  private Expression typeName(Expression scope) {
    TypeMirror type = Objects.requireNonNull(Attribution.of(scope).type());
    Expression name = source.expression(typeNames.erased(type));
    Element element = types.asElement(type);
    name.setData(Attribution.KEY, new Attribution(type, element, null));
    return name;
  }

  // T::m => ((T) r).m(p), where r need not be a T already
  private Expression receiver(Expression scope, MethodCallExpr call, TypeMirror first) {
    Expression object = call.getArgument(0);
    call.getArguments().remove(0);
    TypeMirror type = Objects.requireNonNull(Attribution.of(scope).type());
    return types.isSameType(types.erasure(type), types.erasure(first))
        ? object
        : new EnclosedExpr(new CastExpr(source.type(typeNames.text(type)), object));
  }

  /** The type of the call, as far as the lambda needs it. */
  private TypeMirror result(ExecutableElement callee, TypeMirror wanted) {
    TypeMirror declared = callee.getReturnType();
    boolean asWanted =
        !declared.getKind().isPrimitive()
            && declared.getKind() != TypeKind.VOID
            && wanted.getKind() != TypeKind.VOID
            && !wanted.getKind().isPrimitive();
    return asWanted ? wanted : declared;
  }

  // e::m => BoundReceiver.bind(e, r -> p -> r.m(p)), which evaluates and checks e now
  private Expression bound(MethodReferenceExpr reference, LambdaExpr lambda, MethodCallExpr call) {
    TypeMirror type = Objects.requireNonNull(Attribution.of(reference.getScope()).type());
    String name = ((NameExpr) call.getScope().orElseThrow()).getNameAsString();
    Parameter receiver = new Parameter(new UnknownType(), name);
    receiver.setData(Attribution.KEY, new Attribution(type, null, null));
    lambda.setData(RECEIVER, receiver);
    LambdaExpr outer = new LambdaExpr(receiver.clone(), lambda);
    MethodCallExpr bind = new MethodCallExpr(typeName(), "bind");
    bind.setTypeArguments(
        source.type(typeNames.text(type)),
        source.type(typeNames.text(lambda.getData(MobileLambda.KEY).target())));
    bind.addArgument(reference.getScope().clone());
    bind.addArgument(outer);
    bind.setData(Attribution.KEY, new Attribution(Attribution.of(reference).type(), null, null));
    return bind;
  }

  private Expression typeName() {
    TypeElement binder = Objects.requireNonNull(elements.getTypeElement(BINDER));
    Expression name = source.expression(BINDER);
    name.setData(Attribution.KEY, new Attribution(binder.asType(), binder, null));
    return name;
  }

  private static NodeList<Type> copies(NodeList<Type> types) {
    NodeList<Type> copies = new NodeList<>();
    types.forEach(each -> copies.add(each.clone()));
    return copies;
  }
}
