package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.UnknownType;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.internal.analysis.MobileLambda;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Makes a lambda resumable. It stays a lambda, on its lines, so that the names in it keep their
 * meaning; its resume body and its frame become members of the class around it, as javac's own
 * translation does with the body of each lambda. What it captures is in the frame.
 */
final class LambdaTransformation {
  private final Path file;
  private final Types types;
  private final TypeNames typeNames;
  private final Elements elements;
  private final Names names;
  private final Source source;
  private final MobileForms forms;
  private final Consumer<Diagnostic> diagnostics;
  private final Consumer<MobileMethod> made;

  LambdaTransformation(
      Path file,
      Types types,
      TypeNames typeNames,
      Elements elements,
      Names names,
      Source source,
      MobileForms forms,
      Consumer<Diagnostic> diagnostics,
      Consumer<MobileMethod> made) {
    this.file = file;
    this.types = types;
    this.typeNames = typeNames;
    this.elements = elements;
    this.names = names;
    this.source = source;
    this.forms = forms;
    this.diagnostics = diagnostics;
    this.made = made;
  }

  // p -> e => (I) (I.Mobile$) (c$, p) -> { fast body }: as an argument, with the type that it had
  void transform(LambdaExpr lambda) {
    MobileLambda form = lambda.getData(MobileLambda.KEY);
    Host host = Host.of(lambda, elements, typeNames);
    MethodDeclaration declaration = declaration(lambda, form, host);
    declaration.setParentNode(host.type());
    Method method =
        new Method(
            declaration,
            file,
            types,
            names,
            typeNames,
            source,
            diagnostics,
            captured(lambda),
            returned(form));
    List<BodyDeclaration<?>> members =
        new MethodTransformation(
                method,
                host.self(),
                host.name() + "." + declaration.getNameAsString(),
                host.kind(),
                made)
            .run(
                lambda.getBegin().orElse(Position.HOME),
                form.pollsAtEntry(),
                MethodTransformation.version(declaration));
    declaration.setParentNode(null);
    if (method.isRefused()) {
      return;
    }
    LambdaExpr fast = lambda.clone();
    fast.removeData(MobileLambda.KEY);
    fast.setBody(declaration.getBody().orElseThrow());
    continuation(fast);
    CastExpr mobile = new CastExpr(source.type(forms.of(form.target())), fast);
    mobile.setData(Attribution.KEY, Attribution.of(lambda));
    CastExpr cast =
        new CastExpr(source.type(typeNames.text(form.target())), Source.at(lambda, mobile));
    cast.setData(Attribution.KEY, Attribution.of(lambda));
    lambda.replace(Source.at(lambda, cast));
    host.members().addAll(members);
  }

  private static Map<String, Attribution> captured(LambdaExpr lambda) {
    Map<String, Attribution> captured = Captured.in(lambda);
    if (lambda.containsData(ReferencePass.RECEIVER)) {
      Parameter receiver = lambda.getData(ReferencePass.RECEIVER);
      captured.put(receiver.getNameAsString(), Attribution.of(receiver));
    }
    return captured;
  }

  // The parameter can't have the name of that of a method around it.
  private void continuation(LambdaExpr fast) {
    String name = names.fresh("c$");
    for (NameExpr use : fast.getBody().findAll(NameExpr.class)) {
      if (use.getNameAsString().equals("c$") && !Marks.isInForeign(use, fast)) {
        use.setName(name);
      }
    }
    boolean typed =
        fast.getParameters().isNonEmpty()
            && !(fast.getParameter(0).getType() instanceof UnknownType);
    boolean inferred = typed && fast.getParameter(0).getType().isVarType();
    fast.getParameters()
        .add(
            0,
            new Parameter(
                inferred
                    ? source.type("var")
                    : typed || fast.getParameters().isEmpty()
                        ? source.type("io.leverage.continuation.Continuation")
                        : new UnknownType(),
                name));
    fast.setEnclosingParameters(true);
  }

  private TypeMirror returned(MobileLambda form) {
    return ((ExecutableType) types.asMemberOf(form.target(), form.method())).getReturnType();
  }

  /** The method that the lambda's body would be. */
  private MethodDeclaration declaration(LambdaExpr lambda, MobileLambda form, Host host) {
    TypeMirror result = returned(form);
    MethodDeclaration declaration = new MethodDeclaration();
    declaration.setName(names.fresh("lambda$" + host.member()));
    declaration.setType(
        result.getKind() == TypeKind.VOID
            ? new com.github.javaparser.ast.type.VoidType()
            : source.type(typeNames.text(result)));
    declaration.setTypeParameters(host.typeParameters());
    if (host.isStatic(lambda)) {
      declaration.addModifier(Modifier.Keyword.STATIC);
    }
    for (Parameter each : lambda.getParameters()) {
      Parameter parameter = each.clone();
      TypeMirror type = Objects.requireNonNull(Attribution.of(each).type());
      parameter.setType(source.type(typeNames.text(type)));
      declaration.addParameter(parameter);
    }
    declaration.setBody(body(lambda, result.getKind() == TypeKind.VOID));
    return declaration;
  }

  private static BlockStmt body(LambdaExpr lambda, boolean isVoid) {
    if (lambda.getBody() instanceof BlockStmt block) {
      return block.clone();
    }
    ExpressionStmt expression = (ExpressionStmt) lambda.getBody();
    Statement statement =
        isVoid ? expression.clone() : new ReturnStmt(expression.getExpression().clone());
    Node first = expression.getExpression();
    return Source.at(first, new BlockStmt().addStatement(Source.at(first, statement)));
  }
}
