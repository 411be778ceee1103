package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.stmt.BlockStmt;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticId;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** A resumable method while it is transformed: its fast body, and what the passes share. */
public final class Method {
  private final MethodDeclaration declaration;
  private final Path file;
  private final Types types;
  private final TypeNames typeNames;
  private final Names names;
  private final Source source;
  private final Consumer<Diagnostic> diagnostics;
  private final Map<String, Attribution> captured;
  private final TypeMirror returnType;
  private final Map<String, Local> locals = new LinkedHashMap<>();
  private final Map<String, TypeMirror> typesOfLocals = new HashMap<>();
  private final Set<String> reassigned = new HashSet<>();
  private final Set<String> copied = new HashSet<>();
  private boolean refused;

  Method(
      MethodDeclaration declaration,
      Path file,
      Types types,
      Names names,
      TypeNames typeNames,
      Source source,
      Consumer<Diagnostic> diagnostics,
      Map<String, Attribution> captured,
      TypeMirror returnType) {
    this.declaration = declaration;
    this.file = file;
    this.types = types;
    this.typeNames = typeNames;
    this.names = names;
    this.source = source;
    this.diagnostics = diagnostics;
    this.captured = captured;
    this.returnType = returnType;
  }

  /** Gets the declaration that becomes the fast body. */
  public MethodDeclaration declaration() {
    return declaration;
  }

  BlockStmt body() {
    return declaration.getBody().orElseThrow();
  }

  /** Replaces the body by a copy, whose parents and children agree whatever was moved before. */
  void refresh() {
    declaration.setBody(body().clone());
  }

  Types types() {
    return types;
  }

  TypeNames typeNames() {
    return typeNames;
  }

  /** Gets the file's allocator of names. */
  public Names names() {
    return names;
  }

  /** Gets the parser of templates. */
  public Source source() {
    return source;
  }

  /** Gets the variables of methods around it that it uses, by their names. */
  Map<String, Attribution> captured() {
    return captured;
  }

  TypeMirror returnType() {
    return returnType;
  }

  /** Gets the locals by their names, parameters first. */
  public Map<String, Local> locals() {
    return locals;
  }

  /** Gets the names of locals that are assigned after their declaration, so may change. */
  Set<String> reassigned() {
    return reassigned;
  }

  /** Gets the names of locals that lambdas of the fast body can capture only as copies. */
  Set<String> copied() {
    return copied;
  }

  /** Gets the type of a local, where it is one of the user's or of a value in an expression. */
  @Nullable TypeMirror type(Local local) {
    return typesOfLocals.get(local.name());
  }

  Local declare(String name, TypeMirror type) {
    typesOfLocals.putIfAbsent(name, type);
    return declare(new Local(name, text(type), typeNames.erased(type), null));
  }

  /** Writes a type as it can stand in the method. */
  String text(TypeMirror type) {
    return isForeign(type) ? typeNames.erased(type) : typeNames.text(type);
  }

  /** Writes a type's erasure. */
  String erased(TypeMirror type) {
    return typeNames.erased(type);
  }

  // javac leaves a callee's own type variable where nothing says what it stands for: max(null,
  // null)
  private boolean isForeign(TypeMirror type) {
    return type instanceof TypeVariable variable
        && variable.asElement() instanceof TypeParameterElement parameter
        && parameter.getGenericElement() instanceof ExecutableElement
        && !isInScope(parameter.getSimpleName().toString());
  }

  private boolean isInScope(String typeParameter) {
    Node each = declaration;
    while (each != null) {
      if (each instanceof NodeWithTypeParameters<?> generic
          && generic.getTypeParameters().stream()
              .anyMatch(known -> known.getNameAsString().equals(typeParameter))) {
        return true;
      }
      each = each.getParentNode().orElse(null);
    }
    return false;
  }

  Local declare(Local local) {
    locals.putIfAbsent(local.name(), local);
    return local;
  }

  Local temporary(TypeMirror type) {
    return declare(names.fresh("t$"), type);
  }

  Local flag(String name, String type) {
    return declare(new Local(names.fresh(name), type, type, null));
  }

  /** Tells whether an element is a variable that lives in a frame. */
  static boolean isLocal(@Nullable Element element) {
    if (element == null) {
      return false;
    }
    ElementKind kind = element.getKind();
    return kind == ElementKind.LOCAL_VARIABLE
        || kind == ElementKind.PARAMETER
        || kind == ElementKind.EXCEPTION_PARAMETER
        || kind == ElementKind.RESOURCE_VARIABLE
        || kind == ElementKind.BINDING_VARIABLE;
  }

  /** Tells whether a name means a local variable; names that were generated always do. */
  public static boolean isLocal(NameExpr name) {
    return !name.containsData(Attribution.KEY) || isLocal(Attribution.of(name).element());
  }

  static int line(Node node) {
    return node.containsData(Attribution.LINE) ? node.getData(Attribution.LINE) : -1;
  }

  void refuse(DiagnosticId id, Node node, String message, String remedy) {
    refused = true;
    report(id, node, message, remedy);
  }

  void report(DiagnosticId id, Node node, String message, String remedy) {
    report(id, node, line(node), message, remedy, List.of());
  }

  /** Reports at a node, or at the beginning of a line if there is no node that has a place. */
  void report(
      DiagnosticId id,
      @Nullable Node node,
      int lineWithoutPlace,
      String message,
      String remedy,
      List<String> reason) {
    Optional<Position> begin = Optional.ofNullable(node).flatMap(Node::getBegin);
    int line = begin.map(place -> place.line).orElse(Math.max(1, lineWithoutPlace));
    int column = begin.map(place -> place.column).orElse(1);
    diagnostics.accept(id.at(file, line, column, message, remedy, reason));
  }

  boolean isRefused() {
    return refused;
  }
}
