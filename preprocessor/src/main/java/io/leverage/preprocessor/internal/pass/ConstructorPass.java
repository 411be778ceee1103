package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Makes the bodies of resumable constructors methods. Three members stand for such a constructor: a
 * private one that calls the constructor of the superclass and, as the language has it, runs the
 * initialisers; a method that runs the body; and the static method that makes an object by the two.
 * Those that it calls by {@code this(..)} get the first two, for its method calls theirs. Final
 * fields without initialiser are no longer final: the method assigns them.
 */
final class ConstructorPass {
  private static final String BARE = "io.leverage.continuation.Continuation c$, byte u$";
  private static final String PINNED = "io.leverage.continuation.Continuation.PINNED";

  private final Plan plan;
  private final Names names;
  private final Source source;
  private final TypeNames typeNames;
  private final Map<ExecutableElement, String> methods = new HashMap<>();

  ConstructorPass(Plan plan, Names names, Source source, TypeNames typeNames) {
    this.plan = plan;
    this.names = names;
    this.source = source;
    this.typeNames = typeNames;
  }

  void apply(CompilationUnit unit) {
    Map<ExecutableElement, ConstructorDeclaration> known = new HashMap<>();
    unit.findAll(ConstructorDeclaration.class, each -> each.containsData(Attribution.KEY))
        .forEach(each -> known.put(element(each), each));
    Map<ExecutableElement, ConstructorDeclaration> all = new LinkedHashMap<>();
    for (ConstructorDeclaration each : unit.findAll(ConstructorDeclaration.class)) {
      ConstructorDeclaration next = each;
      boolean wanted = each.containsData(Attribution.KEY) && plan.isResumable(element(each));
      while (wanted && next != null) {
        all.put(element(next), next);
        next =
            call(next.getBody())
                .filter(ExplicitConstructorInvocationStmt::isThis)
                .map(call -> known.get(target(call)))
                .orElse(null);
      }
    }
    all.keySet().forEach(each -> methods.put(each, names.fresh("init$")));
    all.values().forEach(this::split);
  }

  private static Optional<ExplicitConstructorInvocationStmt> call(BlockStmt body) {
    return body.getStatements().stream()
        .filter(Statement::isExplicitConstructorInvocationStmt)
        .map(Statement::asExplicitConstructorInvocationStmt)
        .findFirst();
  }

  private static ExecutableElement element(ConstructorDeclaration constructor) {
    return (ExecutableElement) Objects.requireNonNull(Attribution.of(constructor).element());
  }

  // C(P p) { super(p); s } =>
  // C(P p) { this(PINNED, (byte) 0, p); init$(p); }
  // private C(Continuation c$, byte u$, P p) { super(p); }
  // private C init$(P p) { s return this; }
  // static C new$(Continuation c$, P p) { return new C(c$, (byte) 0, p).init$(c$, p); }
  private void split(ConstructorDeclaration constructor) {
    var type = (ClassOrInterfaceDeclaration) constructor.getParentNode().orElseThrow();
    ExecutableElement element = element(constructor);
    TypeElement owner = (TypeElement) Objects.requireNonNull(element.getEnclosingElement());
    String method = Objects.requireNonNull(methods.get(element));
    MethodDeclaration body = body(constructor, owner, method);
    ConstructorDeclaration bare = bare(constructor, body);
    NodeList<BodyDeclaration<?>> members = type.getMembers();
    int at = BlocksPass.indexOf(members, constructor);
    members.add(at + 1, bare);
    members.add(at + 2, body);
    if (plan.isResumable(element)) {
      members.add(at + 3, factory(constructor, type, owner, plan.twinName(element), method));
    } else { // a resumable one calls it by this(..); its own body stays as it is
      body.removeData(Attribution.KEY);
    }
    stub(constructor, method);
    type.getFields().forEach(ConstructorPass::open);
  }

  private MethodDeclaration body(
      ConstructorDeclaration constructor, TypeElement owner, String name) {
    MethodDeclaration body = new MethodDeclaration();
    body.setRange(constructor.getRange().orElse(null));
    body.setData(Attribution.KEY, Attribution.of(constructor));
    body.setModifiers(Modifier.Keyword.PRIVATE);
    body.addAnnotation(Suppression.annotation());
    body.setType(self(owner));
    body.setName(name);
    constructor.getName().getRange().ifPresent(body.getName()::setRange);
    constructor.getParameters().forEach(each -> body.addParameter(each.clone()));
    constructor.getThrownExceptions().forEach(each -> body.addThrownException(each.clone()));
    BlockStmt statements = constructor.getBody();
    constructor.setBody(new BlockStmt());
    body.setBody(statements);
    for (ReturnStmt each :
        statements.findAll(ReturnStmt.class, found -> isOwn(found, statements))) {
      each.setExpression(self(owner, each));
    }
    if (Completion.canComplete(statements)) {
      ReturnStmt last = new ReturnStmt();
      statements.addStatement(last);
      last.setExpression(self(owner, last));
    }
    return body;
  }

  private static boolean isOwn(ReturnStmt statement, BlockStmt body) {
    return !Marks.isInForeign(statement, body);
  }

  private Type self(TypeElement owner) {
    return source.type(typeNames.text(owner.asType()));
  }

  private static Expression self(TypeElement owner, Node at) {
    ThisExpr self = Source.at(at, new ThisExpr());
    self.setData(Attribution.KEY, new Attribution(owner.asType(), null, null));
    return self;
  }

  /** Takes the call of another constructor out of the body, or makes it a call of its method. */
  private ConstructorDeclaration bare(ConstructorDeclaration constructor, MethodDeclaration body) {
    ConstructorDeclaration bare = constructor.clone();
    bare.removeData(Attribution.KEY);
    bare.setAnnotations(new NodeList<>(Suppression.annotation()));
    bare.setModifiers(Modifier.Keyword.PRIVATE);
    bare.removeComment();
    BlockStmt block = new BlockStmt();
    bare.setBody(block);
    call(body.getBody().orElseThrow())
        .ifPresent(
            each -> {
              if (each.isThis()) {
                delegate(each);
                block.addStatement("super();");
              } else {
                each.remove();
                block.addStatement(each);
              }
            });
    bare.walk(Parameter.class, each -> each.walk(ConstructorPass::forgetLine));
    bare.getName().walk(ConstructorPass::forgetLine);
    bare.getThrownExceptions().forEach(each -> each.walk(ConstructorPass::forgetLine));
    bare.getParameters()
        .addAll(0, source.member("C(" + BARE + ") {}").asConstructorDeclaration().getParameters());
    return bare;
  }

  private static ExecutableElement target(ExplicitConstructorInvocationStmt call) {
    return (ExecutableElement) Objects.requireNonNull(Attribution.of(call).element());
  }

  // this(a); => init$(a);
  private void delegate(ExplicitConstructorInvocationStmt call) {
    ExecutableElement target = target(call);
    String method = Objects.requireNonNull(methods.get(target));
    TypeElement owner = (TypeElement) Objects.requireNonNull(target.getEnclosingElement());
    MethodCallExpr made = Source.at(call, new MethodCallExpr(null, method));
    made.setData(Attribution.KEY, new Attribution(owner.asType(), target, null));
    if (plan.isResumable(target)) {
      made.setData(Marks.TWIN, method);
    }
    List.copyOf(call.getArguments()).forEach(made::addArgument);
    call.replace(Source.at(call, new ExpressionStmt(made)));
  }

  private MethodDeclaration factory(
      ConstructorDeclaration constructor,
      ClassOrInterfaceDeclaration type,
      TypeElement owner,
      String name,
      String method) {
    MethodDeclaration factory = new MethodDeclaration();
    constructor.getModifiers().forEach(each -> factory.getModifiers().add(each.clone()));
    factory.addModifier(Modifier.Keyword.STATIC);
    factory.addAnnotation(Suppression.annotation());
    type.getTypeParameters().forEach(each -> factory.addTypeParameter(each.clone()));
    factory.setType(self(owner));
    factory.setName(name);
    constructor.getParameters().forEach(each -> factory.addParameter(each.clone()));
    constructor.getThrownExceptions().forEach(each -> factory.addThrownException(each.clone()));
    factory
        .getParameters()
        .add(0, new Parameter(source.type("io.leverage.continuation.Continuation"), "c$"));
    factory.setBody(
        new BlockStmt()
            .addStatement(
                source.statement(
                    "return new %s(c$, (byte) 0%s).%s(c$%s);",
                    typeNames.text(owner.asType()),
                    arguments(constructor),
                    method,
                    arguments(constructor))));
    factory.walk(ConstructorPass::forgetLine);
    return factory;
  }

  private void stub(ConstructorDeclaration constructor, String method) {
    BlockStmt block = new BlockStmt();
    block.addStatement(source.statement("this(%s, (byte) 0%s);", PINNED, arguments(constructor)));
    block.addStatement(source.statement("%s(%s);", method, names(constructor)));
    constructor.setBody(block);
    if (!Suppression.isOn(constructor)) {
      constructor.addAnnotation(Suppression.annotation());
    }
    constructor.getParameters().forEach(each -> each.walk(ConstructorPass::forgetLine));
    constructor.getThrownExceptions().forEach(each -> each.walk(ConstructorPass::forgetLine));
    constructor.getName().walk(ConstructorPass::forgetLine);
  }

  private static String arguments(ConstructorDeclaration constructor) {
    String names = names(constructor);
    return names.isEmpty() ? "" : ", " + names;
  }

  private static String names(ConstructorDeclaration constructor) {
    return constructor.getParameters().stream()
        .map(Parameter::getNameAsString)
        .collect(Collectors.joining(", "));
  }

  private static void open(FieldDeclaration field) {
    boolean blank =
        !field.isStatic()
            && field.getVariables().stream().anyMatch(each -> each.getInitializer().isEmpty());
    if (blank) {
      field.setFinal(false);
    }
  }

  private static void forgetLine(Node node) {
    node.removeData(Attribution.LINE);
  }
}
