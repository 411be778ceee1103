package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Writes the type arguments of anonymous classes where a twin is added that overrides nothing: Java
 * infers them only for classes whose methods all override one (JLS 15.9.5). What it infers there
 * can be written, or it wouldn't compile.
 */
final class DiamondPass {
  private final Plan plan;
  private final TypeNames names;
  private final Source source;

  DiamondPass(Plan plan, TypeNames names, Source source) {
    this.plan = plan;
    this.names = names;
    this.source = source;
  }

  // new AbstractSet<>() { size } => new AbstractSet<T>() { size }
  void apply(CompilationUnit unit) {
    unit.findAll(ObjectCreationExpr.class, this::isConcerned).forEach(this::write);
  }

  private boolean isConcerned(ObjectCreationExpr creation) {
    return creation.getType().isUsingDiamondOperator()
        && creation.containsData(Attribution.KEY)
        && creation.getAnonymousClassBody().isPresent()
        && creation.getAnonymousClassBody().get().stream().anyMatch(this::hasTwin)
        && plan.mobileAnonymous(creation).isEmpty();
  }

  private boolean hasTwin(BodyDeclaration<?> member) {
    return member.isMethodDeclaration()
        && Attribution.of(member).element() instanceof ExecutableElement method
        && plan.hasTwin(method);
  }

  private void write(ObjectCreationExpr creation) {
    if (Attribution.of(creation).element() instanceof ExecutableElement constructor
        && constructor.getEnclosingElement() instanceof TypeElement anonymous) {
      ClassOrInterfaceType inferred =
          (ClassOrInterfaceType) source.type(names.text(anonymous.asType()));
      inferred.getTypeArguments().ifPresent(creation.getType()::setTypeArguments);
    }
  }
}
