package io.leverage.benchmarks.rivals;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kernel for a rival: our own output, with its safepoints replaced by the rival's. So the loops
 * are cut in the same way, and the polls are at the same places.
 */
final class RivalKernel {
  private static final String OURS = "io.leverage.continuation.";
  private static final String CONTINUATION = "c$";
  private static final String TWIN = "$mobile";

  private final CompilationUnit unit;
  private final Rival rival;
  private final JavaParser parser;

  RivalKernel(CompilationUnit unit, Rival rival, JavaParser parser) {
    this.unit = unit;
    this.rival = rival;
    this.parser = parser;
  }

  /** Rewrites the tree of a file that the preprocessor wrote. */
  void rewrite() {
    types().forEach(each -> each.getMembers().removeIf(RivalKernel::isGenerated));
    types().forEach(this::members);
    unit.findAll(ClassOrInterfaceDeclaration.class)
        .forEach(each -> each.getImplementedTypes().removeIf(RivalKernel::isOurs));
    unit.findAll(ClassOrInterfaceDeclaration.class)
        .forEach(each -> each.getExtendedTypes().removeIf(RivalKernel::isOurs));
    unit.findAll(IfStmt.class).forEach(this::poll);
    unit.findAll(TryStmt.class).forEach(RivalKernel::call);
    unit.findAll(MethodCallExpr.class).forEach(this::arguments);
  }

  private List<TypeDeclaration<?>> types() {
    List<TypeDeclaration<?>> types = new ArrayList<>();
    unit.findAll(TypeDeclaration.class).forEach(types::add);
    return types;
  }

  private static boolean isOurs(ClassOrInterfaceType type) {
    return type.getNameWithScope().startsWith(OURS);
  }

  private void members(TypeDeclaration<?> type) {
    NodeList<BodyDeclaration<?>> members = type.getMembers();
    List<MethodDeclaration> twins = new ArrayList<>();
    members.forEach(
        each -> {
          if (each instanceof MethodDeclaration method && isTwin(method)) {
            twins.add(method);
          }
        });
    for (MethodDeclaration twin : twins) {
      MethodDeclaration original = original(twin, members);
      boolean forwards = twin.findFirst(NameExpr.class, RivalKernel::isContinuation).isEmpty();
      members.remove(forwards ? twin : original);
      suspendable(forwards ? original : twin, !forwards);
    }
  }

  private static boolean isGenerated(BodyDeclaration<?> member) {
    if (member instanceof TypeDeclaration<?> type) {
      return type.getNameAsString().contains("$Frame");
    }
    return member instanceof MethodDeclaration method
        && (method.getNameAsString().contains("$resume")
            || method.getNameAsString().contains("$save")
            || method.getNameAsString().equals("runMobile"));
  }

  private static boolean isTwin(MethodDeclaration method) {
    return method.getParameters().isNonEmpty()
        && method.getParameter(0).getTypeAsString().equals(OURS + "Continuation");
  }

  private static MethodDeclaration original(
      MethodDeclaration twin, NodeList<BodyDeclaration<?>> members) {
    String name = plain(twin.getNameAsString());
    List<String> types =
        twin.getParameters().stream().skip(1).map(each -> each.getTypeAsString()).toList();
    return members.stream()
        .filter(MethodDeclaration.class::isInstance)
        .map(MethodDeclaration.class::cast)
        .filter(each -> each.getNameAsString().equals(name))
        .filter(
            each ->
                each.getParameters().stream().map(p -> p.getTypeAsString()).toList().equals(types))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no method for " + twin.getSignature()));
  }

  private static String plain(String name) {
    return name.endsWith(TWIN) ? name.substring(0, name.length() - TWIN.length()) : name;
  }

  // What a Callable's call is in the kernel is a method of the rival's.
  private void suspendable(MethodDeclaration method, boolean hasContinuation) {
    method.getAnnotations().clear();
    if (hasContinuation) {
      method.getParameters().remove(0);
    }
    String name = plain(method.getNameAsString());
    boolean isEntry = name.equals("call") && method.getParameters().isEmpty();
    method.setName(isEntry ? "work" : name);
    method.setDefault(false);
    if (method.getBody().isEmpty()) {
      method.getModifiers().removeIf(each -> each.getKeyword() == Modifier.Keyword.DEFAULT);
    }
    if (!rival.annotation().isEmpty()) {
      method.addMarkerAnnotation(rival.annotation().substring(1));
    }
    if (!rival.thrown().isEmpty()) {
      method.addThrownException(get(parser.parseClassOrInterfaceType(rival.thrown())));
    }
    if (!rival.parameter().isEmpty()) {
      method
          .getParameters()
          .add(0, new Parameter(get(parser.parseType(rival.parameter())), CONTINUATION));
    }
  }

  // if (c$.poll && c$.slow()) throw m$save(...); => if (Poll.now) suspend();
  private void poll(IfStmt statement) {
    if (statement.getCondition().toString().equals("c$.poll && c$.slow()")) {
      statement.setCondition(get(parser.parseExpression("Poll.now")));
      statement.setThenStmt(get(parser.parseBlock("{ " + rival.suspend() + " }")));
    }
  }

  // try { t = f(c$, a); } catch (Unwind u$) { throw m$save(...); } => t = f(c$, a);
  private static void call(TryStmt statement) {
    boolean isOurs =
        statement.getCatchClauses().size() == 1
            && statement
                .getCatchClauses()
                .get(0)
                .getParameter()
                .getTypeAsString()
                .equals(OURS + "Unwind");
    if (isOurs) {
      statement.replace(statement.getTryBlock().getStatement(0));
    }
  }

  private void arguments(MethodCallExpr call) {
    Optional<Expression> first = call.getArguments().stream().findFirst();
    if (first.filter(RivalKernel::isContinuation).isPresent()) {
      call.setName(plain(call.getNameAsString()));
      if (rival.parameter().isEmpty()) {
        call.getArguments().remove(0);
      }
    }
  }

  private static boolean isContinuation(Node node) {
    return node instanceof NameExpr name && name.getNameAsString().equals(CONTINUATION);
  }

  private static <N> N get(ParseResult<? extends N> result) {
    return result.getResult().orElseThrow();
  }
}
