package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.DataKey;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Rewrites the uses of types that were lifted, and of the variables that they capture. */
final class LiftedUses {
  // On a type: it is qualified already, or must not be.
  private static final DataKey<Boolean> DONE = new DataKey<>() {};

  private static final Set<String> OF_OBJECT = Set.of("equals", "hashCode", "toString");

  private final LiftedTypes lifted;
  private final Map<Element, String> fields;
  private final Captures captures;
  private final TypeNames typeNames;
  private final Elements elements;
  private final Source source;

  LiftedUses(
      LiftedTypes lifted,
      Map<Element, String> fields,
      Captures captures,
      TypeNames typeNames,
      Elements elements,
      Source source) {
    this.lifted = lifted;
    this.fields = fields;
    this.captures = captures;
    this.typeNames = typeNames;
    this.elements = elements;
    this.source = source;
  }

  /** Rewrites the code of the types themselves: what they capture are fields of the holder. */
  void inside(ClassOrInterfaceDeclaration holder) {
    for (ObjectCreationExpr creation : holder.findAll(ObjectCreationExpr.class)) {
      LiftedTypes.Lifted to = mine(creation.getType());
      if (to != null && !to.isStatic()) {
        creation.getType().setData(DONE, true);
      }
    }
    for (NameExpr use : holder.findAll(NameExpr.class)) {
      if (use.containsData(Attribution.KEY)) {
        String field = fields.get(Attribution.of(use).element());
        if (field != null) {
          Attribution old = Attribution.of(use);
          use.setName(field);
          use.setData(Attribution.KEY, new Attribution(old.type(), null, old.constant()));
        }
      }
    }
  }

  /** Rewrites the code of the method that declared the types, and of those lifted before. */
  void outside(Node code) {
    for (MethodReferenceExpr reference : code.findAll(MethodReferenceExpr.class)) {
      if (reference.getIdentifier().equals("new")) {
        constructor(reference);
      }
    }
    for (ObjectCreationExpr creation : code.findAll(ObjectCreationExpr.class)) {
      creation(creation);
    }
    references(code);
  }

  /** Rewrites the names of the types. */
  void references(Node code) {
    for (ClassOrInterfaceType use : code.findAll(ClassOrInterfaceType.class)) {
      type(use);
    }
    for (NameExpr name : code.findAll(NameExpr.class)) {
      qualify(name);
    }
  }

  // new L(a) => new H(x).new L(a)
  private void creation(ObjectCreationExpr creation) {
    LiftedTypes.Lifted to = mine(creation.getType());
    if (to == null || to.isStatic()) {
      return;
    }
    creation.setScope(holder(to, element(creation.getType())));
    creation.getType().setData(DONE, true);
  }

  /** Tells whether an expression is a generated {@code new H(x)}: what it captures is final. */
  static boolean isHolder(Expression e) {
    return e instanceof ObjectCreationExpr && !e.containsData(Attribution.KEY);
  }

  private Expression holder(LiftedTypes.Lifted to, TypeElement type) {
    ObjectCreationExpr made =
        source.expression("new %s%s()", to.holder(), to.parameters()).asObjectCreationExpr();
    Set<Element> needed = captures.of(type);
    captures
        .variables()
        .forEach(
            (variable, attribution) -> {
              if (attribution.constant() != null) {
                return;
              }
              if (needed.contains(variable)) {
                NameExpr value = new NameExpr(variable.getSimpleName().toString());
                value.setData(Attribution.KEY, attribution);
                made.addArgument(value);
              } else {
                String name = typeNames.text(Objects.requireNonNull(attribution.type()));
                made.addArgument(
                    source.expression(
                        Local.defaultOf(name).equals("0")
                            ? "(" + name + ") 0"
                            : Local.defaultOf(name)));
              }
            });
    return made;
  }

  // L::new => (a0, a1) -> new H(x).new L(a0, a1)
  private void constructor(MethodReferenceExpr reference) {
    if (!(reference.getScope().isTypeExpr()
        && reference.getScope().asTypeExpr().getType() instanceof ClassOrInterfaceType type)) {
      return;
    }
    LiftedTypes.Lifted to = mine(type);
    if (to == null || to.isStatic()) {
      return;
    }
    int arity = arity(Objects.requireNonNull(Attribution.of(reference).type()));
    String parameters =
        IntStream.range(0, arity).mapToObj(i -> "a" + i + "$").collect(Collectors.joining(", "));
    String diamond =
        element(type).getTypeParameters().isEmpty() || type.getTypeArguments().isPresent()
            ? ""
            : "<>";
    Expression lambda =
        source.expression("(%s) -> new %s%s(%s)", parameters, type, diamond, parameters);
    ObjectCreationExpr creation =
        lambda.asLambdaExpr().getExpressionBody().orElseThrow().asObjectCreationExpr();
    ClassOrInterfaceType made = creation.getType();
    made.setData(Attribution.KEY, Attribution.of(type));
    lambda.setData(Attribution.KEY, Attribution.of(reference));
    reference.replace(Source.at(reference, lambda));
  }

  private int arity(TypeMirror functional) {
    TypeElement type = (TypeElement) ((DeclaredType) functional).asElement();
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
        .filter(each -> !OF_OBJECT.contains(each.getSimpleName().toString()))
        .findFirst()
        .orElseThrow()
        .getParameters()
        .size();
  }

  // L<A> => H<T>.L<A>; where the type must be reifiable, H.L
  private void type(ClassOrInterfaceType use) {
    LiftedTypes.Lifted to = mine(use);
    if (to == null || use.containsData(DONE) || use.getScope().isPresent()) {
      return;
    }
    use.setData(DONE, true);
    Node parent = use.getParentNode().orElse(null);
    while (parent instanceof ArrayType) {
      parent = parent.getParentNode().orElse(null);
    }
    boolean reified =
        parent instanceof InstanceOfExpr
            || parent instanceof ArrayCreationExpr
            || parent instanceof ClassExpr;
    LiftedTypes.qualify(use, reified ? to.qualified() : to.qualifier(), source);
  }

  // L.f() => H.L.f()
  private void qualify(NameExpr name) {
    if (name.containsData(Attribution.KEY)
        && Attribution.of(name).element() instanceof TypeElement type
        && lifted.of(type) != null
        && captures.isKnown(type)) {
      LiftedTypes.Lifted to = Objects.requireNonNull(lifted.of(type));
      FieldAccessExpr qualified =
          new FieldAccessExpr(source.expression(to.qualified()), name.getNameAsString());
      qualified.setData(Attribution.KEY, Attribution.of(name));
      name.replace(Source.at(name, qualified));
    }
  }

  private static TypeElement element(ClassOrInterfaceType type) {
    return (TypeElement)
        ((DeclaredType) Objects.requireNonNull(Attribution.of(type).type())).asElement();
  }

  private LiftedTypes.@Nullable Lifted mine(ClassOrInterfaceType type) {
    if (!type.containsData(Attribution.KEY)) {
      return null;
    }
    TypeMirror mirror = Attribution.of(type).type();
    LiftedTypes.Lifted to = lifted.of(mirror);
    return to != null
            && captures.isKnown(element(type))
            && type.getNameAsString().equals(element(type).getSimpleName().toString())
        ? to
        : null;
  }
}
