package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.preprocessor.internal.parse.Assignments;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * The constructors of the program: which of them can be captured. Such a one becomes a method that
 * a new object's body is run by, behind a constructor that calls only that of the superclass and
 * runs the initialisers, as the language does it.
 */
final class Constructors {
  private final Map<ExecutableElement, ConstructorDeclaration> declarations = new HashMap<>();
  private final Map<ExecutableElement, String> obstacles = new HashMap<>();

  /** Adds a constructor's body. */
  void add(Body body) {
    ExecutableElement element = body.element();
    if (element != null && body.node() instanceof ConstructorDeclaration declaration) {
      declarations.put(element, declaration);
      String obstacle = obstacle(body.owner(), declaration);
      if (obstacle != null) {
        obstacles.put(element, obstacle);
      }
    }
  }

  /** Tells why a constructor can't be captured; null if it can. */
  @Nullable String obstacle(Body body) {
    ExecutableElement element = body.element();
    ConstructorDeclaration declaration = element == null ? null : declarations.get(element);
    if (declaration == null) {
      return "a compact constructor has to assign the record's fields";
    }
    String own = obstacles.get(element);
    return own != null ? own : delegation(declaration);
  }

  private @Nullable String obstacle(TypeElement owner, ConstructorDeclaration declaration) {
    if (owner.getKind() != ElementKind.CLASS) {
      return "it is a record's or an enum's, which have to assign final fields";
    } else if (owner.getModifiers().contains(Modifier.ABSTRACT)) {
      return "its class is abstract, so only other constructors call it";
    } else if (isThrowable(owner)) {
      return "it is an exception's, whose stack trace would begin with what is generated";
    } else if (!isFreeStanding(owner)) {
      return "its class is an inner one or a local one";
    } else if (!declaration.getTypeParameters().isEmpty()) {
      return "it has type parameters of its own";
    } else if (declaration
        .findFirst(
            Statement.class,
            each ->
                each instanceof LocalClassDeclarationStmt
                    || each instanceof LocalRecordDeclarationStmt)
        .isPresent()) {
      return "it declares a class";
    }
    Optional<ExplicitConstructorInvocationStmt> call = call(declaration);
    if (call.isEmpty()) {
      return null;
    } else if (!(declaration.getBody().getStatement(0)
        instanceof ExplicitConstructorInvocationStmt)) {
      return "it does something before it calls super(..) or this(..)";
    } else if (call.get().getExpression().isPresent()
        || call.get().findFirst(Node.class, Constructors::isMoreThanValues).isPresent()) {
      return "what it passes to super(..) or this(..) is more than values";
    }
    return null;
  }

  // The arguments of this(..) are evaluated once: either for the object, or for the method.
  private @Nullable String delegation(ConstructorDeclaration declaration) {
    ConstructorDeclaration each = declaration;
    boolean delegated = false;
    while (each != null) {
      Optional<ExplicitConstructorInvocationStmt> call = call(each);
      if (call.filter(ExplicitConstructorInvocationStmt::isThis).isEmpty()) {
        boolean plain = call.isEmpty() || call.get().getArguments().isEmpty();
        return plain || !delegated
            ? null
            : "it calls this(..), and that passes something to super(..)";
      }
      delegated = true;
      ExecutableElement target = (ExecutableElement) Attribution.of(call.get()).element();
      if (obstacles.containsKey(target)) {
        return "it calls this(..), which can't be captured: " + obstacles.get(target);
      }
      each = declarations.get(target);
    }
    return "it calls this(..), whose source is not at hand";
  }

  private static Optional<ExplicitConstructorInvocationStmt> call(
      ConstructorDeclaration declaration) {
    return declaration.getBody().getStatements().stream()
        .filter(Statement::isExplicitConstructorInvocationStmt)
        .map(Statement::asExplicitConstructorInvocationStmt)
        .findFirst();
  }

  private static boolean isMoreThanValues(Node node) {
    return node instanceof LambdaExpr
        || node instanceof MethodReferenceExpr
        || node instanceof SwitchExpr
        || node instanceof AssignExpr
        || node instanceof PatternExpr
        || (node instanceof ObjectCreationExpr made && made.getAnonymousClassBody().isPresent())
        || (node instanceof UnaryExpr unary && Assignments.changes(unary));
  }

  private static boolean isThrowable(TypeElement type) {
    TypeElement each = type;
    while (each.getSuperclass() instanceof DeclaredType parent) {
      each = (TypeElement) parent.asElement();
      if (each.getQualifiedName().contentEquals("java.lang.Throwable")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFreeStanding(TypeElement type) {
    for (Element each = type; each instanceof TypeElement one; each = each.getEnclosingElement()) {
      boolean member =
          one.getNestingKind() == NestingKind.MEMBER
              && one.getModifiers().contains(Modifier.STATIC);
      if (one.getNestingKind() != NestingKind.TOP_LEVEL && !member) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether it makes no difference when the arguments of a creation are evaluated. */
  static boolean hasPlainArguments(ObjectCreationExpr creation) {
    return creation.getArguments().stream()
        .allMatch(each -> each.findFirst(Node.class, Constructors::mayTell).isEmpty());
  }

  private static boolean mayTell(Node node) {
    return node instanceof MethodCallExpr
        || node instanceof ObjectCreationExpr
        || node instanceof AssignExpr
        || (node instanceof UnaryExpr unary && Assignments.changes(unary))
        || ((node instanceof NameExpr || node instanceof FieldAccessExpr)
            && node.containsData(Attribution.KEY)
            && Attribution.of(node).element() instanceof VariableElement field
            && field.getKind() == ElementKind.FIELD
            && field.getModifiers().contains(Modifier.STATIC)
            && !field.getModifiers().contains(Modifier.FINAL));
  }
}
