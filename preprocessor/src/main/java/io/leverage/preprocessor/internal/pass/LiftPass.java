package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import io.leverage.preprocessor.internal.analysis.MobileLambda;
import io.leverage.preprocessor.internal.analysis.Plan;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.util.Elements;

/**
 * Makes the local types of mobile methods members, so that frames and resume bodies can name them.
 *
 * <p>They move into a generated holder class whose fields are the variables that they capture. As
 * inner classes of the holder they see these by the same names, and see them before a constructor
 * of a superclass runs, as javac arranges it for local classes.
 */
final class LiftPass {
  private final CompilationUnit unit;
  private final Path file;
  private final Plan plan;
  private final Names names;
  private final TypeNames typeNames;
  private final Elements elements;
  private final LiftedTypes lifted;
  private final Source source;
  private final Consumer<Diagnostic> diagnostics;

  LiftPass(
      CompilationUnit unit,
      Path file,
      Plan plan,
      Names names,
      TypeNames typeNames,
      Elements elements,
      LiftedTypes lifted,
      Source source,
      Consumer<Diagnostic> diagnostics) {
    this.unit = unit;
    this.file = file;
    this.plan = plan;
    this.names = names;
    this.typeNames = typeNames;
    this.elements = elements;
    this.lifted = lifted;
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** Lifts the types of all methods; returns the holders. */
  List<ClassOrInterfaceDeclaration> run() {
    List<ClassOrInterfaceDeclaration> holders =
        unit.findAll(
            ClassOrInterfaceDeclaration.class, each -> !each.containsData(Attribution.KEY));
    holders.forEach(this::enums);
    for (MethodDeclaration method : unit.findAll(MethodDeclaration.class)) {
      List<Statement> own = new ArrayList<>();
      List<Statement> lifting = new ArrayList<>();
      method.getBody().ifPresent(body -> collect(body, own, lifting));
      if (isConcerned(method, own)) {
        lifting.addAll(own);
      }
      for (List<Statement> group : groups(lifting)) {
        holders.add(lift(method, group));
      }
    }
    return holders;
  }

  // Those of mobile lambdas, too; a lambda that stays pinned keeps its own.
  private static void collect(Node node, List<Statement> own, List<Statement> inMobileLambdas) {
    for (Node child : node.getChildNodes()) {
      if (child instanceof LocalClassDeclarationStmt
          || child instanceof LocalRecordDeclarationStmt) {
        own.add((Statement) child);
      } else if (child instanceof LambdaExpr) {
        List<Statement> pinned = new ArrayList<>();
        collect(
            child,
            child.containsData(MobileLambda.KEY) ? inMobileLambdas : pinned,
            inMobileLambdas);
      } else if (!Marks.isForeign(child)) {
        collect(child, own, inMobileLambdas);
      }
    }
  }

  private boolean isConcerned(MethodDeclaration method, List<Statement> statements) {
    return plan.isResumable(method)
        || statements.stream()
            .flatMap(each -> each.findAll(MethodDeclaration.class).stream())
            .anyMatch(plan::isResumable);
  }

  // The enums of methods are in their holders from the start.
  private void enums(ClassOrInterfaceDeclaration holder) {
    TypeDeclaration<?> outer = (TypeDeclaration<?>) holder.getParentNode().orElseThrow();
    TypeDeclaration<?> type = (TypeDeclaration<?>) holder.getMember(0);
    String qualified =
        typeNames.erased(Captures.element(outer).asType()) + "." + holder.getNameAsString();
    lifted.add(
        Captures.element(type),
        new LiftedTypes.Lifted(holder.getNameAsString(), qualified, "", true));
    new LiftedUses(lifted, Map.of(), new Captures(List.of(type)), typeNames, elements, source)
        .outside(outer);
  }

  static TypeDeclaration<?> type(Statement statement) {
    return statement instanceof LocalClassDeclarationStmt local
        ? local.getClassDeclaration()
        : ((LocalRecordDeclarationStmt) statement).getRecordDeclaration();
  }

  // Types of one name, and types that capture variables of one name, need holders of their own.
  private static List<List<Statement>> groups(List<Statement> statements) {
    List<List<Statement>> groups = new ArrayList<>();
    for (Statement each : statements) {
      List<Statement> group =
          groups.stream().filter(some -> fits(each, some)).findFirst().orElse(null);
      if (group == null) {
        group = new ArrayList<>();
        groups.add(group);
      }
      group.add(each);
    }
    return groups;
  }

  private static boolean fits(Statement statement, List<Statement> group) {
    String name = type(statement).getNameAsString();
    return group.stream().noneMatch(each -> type(each).getNameAsString().equals(name));
  }

  // m(T x) { class L { f(x) } new L(); } =>
  // m(T x) { new H(x).new L(); } class H { final T x$; H(T x$) {..} class L { f(x$) } }
  private ClassOrInterfaceDeclaration lift(MethodDeclaration method, List<Statement> group) {
    List<TypeDeclaration<?>> types = new ArrayList<>();
    group.forEach(each -> types.add(type(each)));
    Captures captures = new Captures(types);
    Node outer = method.getParentNode().orElseThrow();
    TypeElement owner = Host.element(outer);
    boolean isStatic = method.isStatic() || owner.getKind().isInterface();
    String name = names.fresh(method.getNameAsString() + "$Types");
    Map<Element, String> fields = new LinkedHashMap<>();
    for (Element each : captures.variables().keySet()) {
      fields.put(each, names.fresh(each.getSimpleName() + "$"));
    }
    check(method, types, captures, owner);
    ClassOrInterfaceDeclaration holder =
        holder(name, isStatic, parameters(method, types, captures), fields, captures);
    String arguments =
        holder.getTypeParameters().stream()
            .map(each -> each.getNameAsString())
            .collect(Collectors.joining(", "));
    LiftedTypes.Lifted inner =
        new LiftedTypes.Lifted(
            name,
            HostKind.of(outer) == HostKind.ANONYMOUS
                ? name // known in its members only, as the types are
                : typeNames.erased(owner.asType()) + "." + name,
            arguments.isEmpty() ? "" : "<" + arguments + ">",
            false);
    for (int i = 0; i < group.size(); i++) {
      TypeDeclaration<?> type = types.get(i);
      TypeElement element = Captures.element(type);
      boolean free = isStatic && captures.of(element).isEmpty() && arguments.isEmpty();
      if (type instanceof ClassOrInterfaceDeclaration local && !local.isInterface() && free) {
        local.setStatic(true);
      }
      lifted.add(
          element,
          free || isStaticKind(type)
              ? new LiftedTypes.Lifted(inner.holder(), inner.qualified(), "", true)
              : inner);
      group.get(i).remove();
      holder.addMember(type);
    }
    Host.membersOf(outer).add(holder);
    LiftedUses uses = new LiftedUses(lifted, fields, captures, typeNames, elements, source);
    uses.inside(holder);
    uses.outside(method);
    uses.references(holder);
    return holder;
  }

  static boolean isStaticKind(TypeDeclaration<?> type) {
    return !(type instanceof ClassOrInterfaceDeclaration local) || local.isInterface();
  }

  private ClassOrInterfaceDeclaration holder(
      String name,
      boolean isStatic,
      String parameters,
      Map<Element, String> fields,
      Captures captures) {
    StringBuilder text = new StringBuilder(Suppression.TEXT);
    text.append(isStatic ? "static " : "").append("final class ").append(name).append(parameters);
    text.append(" {\n");
    StringBuilder heads = new StringBuilder();
    StringBuilder bodies = new StringBuilder();
    captures
        .variables()
        .forEach(
            (variable, attribution) -> {
              String field = Objects.requireNonNull(fields.get(variable));
              String type = typeNames.text(Objects.requireNonNull(attribution.type()));
              if (attribution.constant() != null) {
                text.append(
                    Source.fill(
                        "static final %s %s = %s;\n",
                        type, field, HoistPass.literal(attribution.constant())));
                return;
              }
              text.append(Source.fill("final %s %s;\n", type, field));
              heads.append(heads.isEmpty() ? "" : ", ").append(Source.fill("%s %s", type, field));
              bodies.append(Source.fill("this.%1$s = %1$s;\n", field));
            });
    text.append(Source.fill("%s(%s) {\n%s}\n}", name, heads, bodies));
    return (ClassOrInterfaceDeclaration) source.member(text.toString());
  }

  // A method's type parameters become the holder's if the types use them.
  private String parameters(
      MethodDeclaration method, List<TypeDeclaration<?>> types, Captures captures) {
    Set<String> own =
        method.getTypeParameters().stream()
            .map(each -> each.getNameAsString())
            .collect(Collectors.toSet());
    boolean used =
        types.stream()
                .flatMap(each -> each.findAll(ClassOrInterfaceType.class).stream())
                .anyMatch(each -> own.contains(each.getNameAsString()) && isParameter(each))
            || captures.variables().values().stream()
                .map(each -> typeNames.text(Objects.requireNonNull(each.type())))
                .anyMatch(text -> Set.of(text.split("\\W+")).stream().anyMatch(own::contains));
    return used
        ? method.getTypeParameters().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "<", ">"))
        : "";
  }

  private static boolean isParameter(ClassOrInterfaceType type) {
    return type.containsData(Attribution.KEY)
        && Attribution.of(type).element() instanceof TypeParameterElement;
  }

  private void check(
      MethodDeclaration method,
      List<TypeDeclaration<?>> types,
      Captures captures,
      TypeElement owner) {
    for (TypeDeclaration<?> type : types) {
      boolean plainClass = !isStaticKind(type);
      if (plainClass && owner.getKind().isInterface() && !method.isStatic()) {
        refuse(type, "it is an inner class of an interface, which has none but static ones");
      } else if (plainClass
          && captures.of(Captures.element(type)).stream().anyMatch(this::isNameless)) {
        refuse(type, "it captures a variable whose type has no name");
      } else if (!parameters(method, types, captures).isEmpty() && isTested(method, type)) {
        refuse(type, "it is the type of a pattern in a method with type parameters");
      } else if (!parameters(method, types, captures).isEmpty()
          && typeNames.isThrowable(Captures.element(type).asType())) {
        refuse(type, "it is an exception of a method with type parameters");
      }
    }
  }

  private static boolean isTested(MethodDeclaration method, TypeDeclaration<?> type) {
    return method
        .findFirst(
            TypePatternExpr.class, each -> each.getType().toString().equals(type.getNameAsString()))
        .isPresent();
  }

  private boolean isNameless(Element variable) {
    return variable.asType().toString().startsWith("<anonymous");
  }

  private void refuse(BodyDeclaration<?> type, String reason) {
    diagnostics.accept(
        DiagnosticId.LOCAL_CLASS_IN_MOBILE_METHOD.at(
            file,
            type.getBegin().map(begin -> begin.line).orElse(1),
            type.getBegin().map(begin -> begin.column).orElse(1),
            "this class can't be made a member, which frames could know: " + reason,
            "make it a nested class",
            List.of()));
  }
}
