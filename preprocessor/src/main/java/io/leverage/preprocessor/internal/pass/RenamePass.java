package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Lets each name of a local mean one variable, or several of one type in turn, so that all can be
 * declared at the head of the resume body, and registers them.
 */
final class RenamePass {
  private final Method method;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, TypeMirror> typeOf = new HashMap<>();
  private final Map<Element, String> renamed = new HashMap<>();

  private RenamePass(Method method) {
    this.method = method;
  }

  static void apply(Method method) {
    new RenamePass(method).run();
  }

  private void run() {
    List<VariableDeclarator> movable = new ArrayList<>();
    for (Parameter parameter : method.declaration().getParameters()) {
      TypeMirror type = Objects.requireNonNull(Attribution.of(parameter).type());
      typeOf.put(parameter.getNameAsString(), type);
      method.declare(parameter.getNameAsString(), type);
    }
    method
        .captured()
        .forEach(
            (name, variable) -> {
              taken.add(name);
              Element element = variable.element();
              method.declare(
                  name,
                  element == null ? Objects.requireNonNull(variable.type()) : element.asType());
            });
    sortAll(method.body(), movable);
    for (VariableDeclarator variable : movable) {
      name(variable);
    }
    for (NameExpr use : method.body().findAll(NameExpr.class)) {
      Element element = element(use);
      if (element != null && renamed.containsKey(element)) {
        use.setName(Objects.requireNonNull(renamed.get(element)));
      }
    }
  }

  private void sortAll(Node node, List<VariableDeclarator> movable) {
    if (!Marks.isGenerated(node)) {
      sort(node, movable);
      node.getChildNodes().forEach(each -> sortAll(each, movable));
    }
  }

  private void sort(Node node, List<VariableDeclarator> movable) {
    if (node instanceof NameExpr name && !Method.isLocal(name)) {
      taken.add(name.getNameAsString());
    } else if (node instanceof Parameter parameter) {
      taken.add(parameter.getNameAsString());
    } else if (node instanceof TypePatternExpr pattern) {
      taken.add(pattern.getNameAsString());
    } else if (node instanceof VariableDeclarator variable) {
      if (isMovable(variable)) {
        if (variable.containsData(Attribution.KEY)) {
          movable.add(variable);
        }
      } else {
        taken.add(variable.getNameAsString());
      }
    }
  }

  private boolean isMovable(VariableDeclarator variable) {
    Node declaration = variable.getParentNode().orElseThrow();
    if (!(declaration instanceof VariableDeclarationExpr)) {
      return false;
    }
    Node place = declaration.getParentNode().orElseThrow();
    if (place instanceof ForEachStmt || place instanceof TryStmt) {
      return false;
    }
    Node each = declaration;
    while (!Marks.same(each, method.body())) {
      if (Marks.isForeign(each)) {
        return false;
      }
      each = each.getParentNode().orElseThrow();
    }
    return true;
  }

  private void name(VariableDeclarator variable) {
    Attribution attribution = Attribution.of(variable);
    TypeMirror type = Objects.requireNonNull(attribution.type());
    String name = variable.getNameAsString();
    TypeMirror known = typeOf.get(name);
    String entryOf =
        variable.containsData(Marks.ENTRY_OF) ? variable.getData(Marks.ENTRY_OF) : null;
    boolean alone = entryOf != null || variable.containsData(Marks.WIDENED);
    if (taken.contains(name)
        || (alone && known != null)
        || (known != null && !method.types().isSameType(known, type))) {
      name = method.names().fresh(variable.getNameAsString() + "$");
      variable.setName(name);
      renamed.put(Objects.requireNonNull(attribution.element()), name);
    }
    typeOf.put(name, type);
    Local local = method.declare(name, type);
    if (alone) {
      taken.add(name); // no other variable shares it
    }
    if (entryOf != null) {
      method.locals().put(name, new Local(name, local.type(), local.erased(), entryOf));
    }
  }

  private static @Nullable Element element(NameExpr name) {
    return name.containsData(Attribution.KEY) ? Attribution.of(name).element() : null;
  }
}
