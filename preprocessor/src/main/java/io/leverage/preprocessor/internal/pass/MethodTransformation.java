package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Runs the passes over one resumable method: the list below is the whole story. */
final class MethodTransformation {
  private final Method method;
  private final String self;
  private final String displayName;
  private final HostKind host;
  private final Consumer<MobileMethod> made;

  /**
   * Creates the transformation.
   *
   * @param made hears of the method when it is done
   */
  MethodTransformation(
      Method method, String self, String displayName, HostKind host, Consumer<MobileMethod> made) {
    this.method = method;
    this.self = self;
    this.displayName = displayName;
    this.host = host;
    this.made = made;
  }

  /**
   * Makes the declaration the fast body.
   *
   * @param begin where the user's method begins
   * @param pollsAtEntry whether the method polls when it is entered
   * @param version identifies the method's source
   * @return the members that go with it; empty if the method was refused
   */
  List<BodyDeclaration<?>> run(Position begin, boolean pollsAtEntry, long version) {
    MethodDeclaration original = method.declaration().clone();
    MonitorPass.apply(method, self);
    UnnamedPass.apply(method);
    BlocksPass.apply(method);
    PatternSwitchPass.apply(method);
    PatternPass.apply(method);
    ResourcePass.apply(method);
    method.refresh();
    ForEachPass.apply(method);
    RenamePass.apply(method);
    MarkPass.noteAssignments(method);
    PollPass.apply(method);
    if (method.isRefused()) {
      return List.of();
    }
    StatementLowering.apply(method);
    if (pollsAtEntry) {
      EntryPollPass.apply(method);
    }
    method.refresh();
    DefaultsPass.apply(method);
    CapturePass.apply(method, method.body(), method.copied(), false);
    List<Safepoint> safepoints = NumberPass.apply(method);
    if (method.isRefused()) {
      return List.of();
    }
    FrameLayout layout = new FrameLayout(method, safepoints, host);
    UnserialisableLocals.report(method, layout, original);
    BlockStmt hoisted = hoisted();
    long layoutVersion = hash(version, layout.signature());
    List<BodyDeclaration<?>> members = new ArrayList<>();
    int size = 0;
    for (String text :
        new FrameMembers(method, layout, self).write(displayName, layoutVersion, hoisted)) {
      members.add(method.source().member(text));
      size = Math.max(size, text.length());
    }
    made.accept(new MobileMethod(displayName, begin.line, begin.column, layout.frameName(), size));
    FastBody.expand(method.body(), method.source(), layout);
    end();
    return members;
  }

  private BlockStmt hoisted() {
    BlockStmt body = method.body().clone();
    new BlockStmt().addStatement(body);
    Set<String> changing = new HashSet<>(method.locals().keySet());
    CapturePass.apply(method, body, changing, true);
    HoistPass.apply(method, body);
    LabelPass.apply(method, body);
    return body;
  }

  // { s } => { s throw new AssertionError(); }, where javac can't see that s never completes
  private void end() {
    if (!method.declaration().getType().isVoidType() && Completion.canComplete(method.body())) {
      method
          .body()
          .addStatement(method.source().statement("throw new java.lang.AssertionError();"));
    }
  }

  /** Hashes a method's source without its layout and comments (FNV-1a, 64 bits). */
  static long version(MethodDeclaration declaration) {
    MethodDeclaration bare = declaration.clone();
    bare.removeComment();
    bare.getAllContainedComments().forEach(Node::remove);
    return hash(0xcbf29ce484222325L, bare.toString());
  }

  private static long hash(long seed, String text) {
    long hash = seed;
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ each) * 0x100000001b3L;
    }
    return hash;
  }
}
