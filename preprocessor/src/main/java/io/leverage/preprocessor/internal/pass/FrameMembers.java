package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the members that go with a fast body: its frame class, save method and resume body. */
final class FrameMembers {
  private static final String CONTINUATION = "io.leverage.continuation.Continuation c$";

  private final Method method;
  private final FrameLayout layout;
  private final String self;

  /**
   * Creates the writer.
   *
   * @param self the erased type of the class that declares the method, as source text
   */
  FrameMembers(Method method, FrameLayout layout, String self) {
    this.method = method;
    this.layout = layout;
    this.self = self;
  }

  List<String> write(String displayName, long version, BlockStmt hoisted) {
    return List.of(resume(hoisted), save(), frame(displayName, version));
  }

  private String save() {
    return Suppression.TEXT
        + Source.fill(
            "private %sio.leverage.continuation.Unwind %s(%s, %s) { return c$.save(new %s(%s)); }",
            layout.isInner() ? "" : "static ",
            layout.saveName(),
            CONTINUATION,
            parameters(),
            layout.frameName(),
            arguments());
  }

  private String parameters() {
    StringBuilder text = new StringBuilder("int pc$");
    if (layout.hasSelf()) {
      text.append(", ").append(self).append(" self$");
    }
    layout.slots().forEach(each -> text.append(Source.fill(", %s %s", each.erased(), each.name())));
    return text.toString();
  }

  private String arguments() {
    StringBuilder text = new StringBuilder("pc$");
    if (layout.hasSelf()) {
      text.append(", self$");
    }
    layout.slots().forEach(each -> text.append(", ").append(each.name()));
    return text.toString();
  }

  private String frame(String displayName, long version) {
    StringBuilder text = new StringBuilder(Suppression.TEXT);
    text.append(layout.isInInterface() ? "" : layout.isInner() ? "private " : "private static ")
        .append(
            Source.fill(
                "final class %s extends io.leverage.continuation.Frame {\n", layout.frameName()));
    if (layout.hasSelf()) {
      text.append(Source.fill("%s self$;\n", self));
    }
    layout
        .slots()
        .forEach(each -> text.append(Source.fill("%s %s;\n", each.erased(), each.name())));
    text.append(Source.fill("%s(%s) {\nthis.pc = pc$;\n", layout.frameName(), parameters()));
    if (layout.hasSelf()) {
      text.append("this.self$ = self$;\n");
    }
    layout.slots().forEach(each -> text.append(Source.fill("this.%1$s = %1$s;\n", each.name())));
    text.append(Source.fill("}\npublic String method() { return \"%s\"; }\n", displayName));
    text.append("public int line() {\nswitch (pc) {\n");
    for (Safepoint each : layout.safepoints()) {
      text.append(Source.fill("case %d: return %d;\n", each.pc(), each.line()));
    }
    text.append("default: return -1;\n}\n}\n");
    text.append(Source.fill("public long version() { return %dL; }\n", version));
    resumers(text);
    return text.append("}").toString();
  }

  private void resumers(StringBuilder text) {
    String call = (layout.hasSelf() ? "self$." : "") + layout.resumeName() + "(c$, this)";
    String type = method.declaration().getType().toString();
    String head = "protected %s %s(" + CONTINUATION + ") throws Throwable { %s }\n";
    if (method.declaration().getType().isVoidType()) {
      text.append(Source.fill(head, "void", "resumeVoid", call + ";"));
      text.append(Source.fill(head, "Object", "resumeAny", call + "; return null;"));
      return;
    }
    boolean primitive = method.declaration().getType().isPrimitiveType();
    String name = primitive ? Character.toUpperCase(type.charAt(0)) + type.substring(1) : "Object";
    text.append(
        Source.fill(head, primitive ? type : "Object", "resume" + name, "return " + call + ";"));
    text.append(Source.fill(head, "Object", "resumeAny", "return " + call + ";"));
  }

  private String resume(BlockStmt hoisted) {
    MethodDeclaration declaration = method.declaration();
    ResumeBody body = new ResumeBody(method, layout);
    String statements = body.write(hoisted);
    StringBuilder text = new StringBuilder(Suppression.TEXT).append("private ");
    if (layout.isStatic()) {
      text.append("static ");
    }
    if (!declaration.getTypeParameters().isEmpty()) {
      text.append(
          declaration.getTypeParameters().stream()
              .map(Object::toString)
              .collect(Collectors.joining(", ", "<", "> ")));
    }
    text.append(
        Source.fill(
            "%s %s(%s, %s f$) throws Throwable {\nint pc$ = ((io.leverage.continuation.Frame) f$).pc;\n",
            declaration.getType(), layout.resumeName(), CONTINUATION, layout.frameName()));
    for (Local local : method.locals().values()) {
      text.append(Source.fill("%s %s = %s;\n", local.type(), local.name(), restored(local)));
    }
    body.groups().forEach(each -> text.append(Source.fill("int %s = 0;\n", each)));
    text.append(statements);
    if (!declaration.getType().isVoidType()) {
      text.append("throw new java.lang.AssertionError();\n");
    }
    return text.append("}").toString();
  }

  private String restored(Local local) {
    FrameSlot slot = layout.slot(local);
    if (slot == null) {
      return local.defaultValue();
    }
    return local.type().equals(local.erased())
        ? "f$." + slot.name()
        : Source.fill("(%s) f$.%s", local.type(), slot.name());
  }
}
