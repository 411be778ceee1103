package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Lets a type whose methods are called through an interface of the JDK implement its twin. */
final class MobileTypes {
  private final Source source;
  private final Plan plan;
  private final TypeNames names;

  MobileTypes(Source source, Plan plan, TypeNames names) {
    this.source = source;
    this.plan = plan;
    this.names = names;
  }

  // new Supplier<>() { get } => new MobileSupplier<>() { get }
  void replace(ObjectCreationExpr creation) {
    plan.mobileAnonymous(creation)
        .ifPresent(
            mobile -> {
              ClassOrInterfaceType old = creation.getType();
              ClassOrInterfaceType type = (ClassOrInterfaceType) source.type(names.erased(mobile));
              old.getTypeArguments().ifPresent(type::setTypeArguments);
              if (old.containsData(Attribution.KEY)) {
                type.setData(Attribution.KEY, old.getData(Attribution.KEY));
              }
              creation.setType(Source.at(old, type));
            });
  }

  // class T implements Supplier<X> => class T implements Supplier<X>, MobileSupplier<X>
  // interface T extends Supplier<X> => interface T extends Supplier<X>, MobileSupplier<X>
  void add(TypeDeclaration<?> type, TypeElement element) {
    for (TypeMirror mobile : plan.mobileInterfaces(element)) {
      ClassOrInterfaceType added = (ClassOrInterfaceType) source.type(names.text(mobile));
      if (type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface()) {
        declared.addExtendedType(added);
      } else {
        ((NodeWithImplements<?>) type).addImplementedType(added);
      }
    }
  }
}
