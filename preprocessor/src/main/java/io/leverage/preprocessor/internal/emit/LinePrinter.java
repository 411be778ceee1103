package io.leverage.preprocessor.internal.emit;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.comments.Comment;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.printer.DefaultPrettyPrinterVisitor;
import com.github.javaparser.printer.configuration.DefaultConfigurationOption;
import com.github.javaparser.printer.configuration.DefaultPrinterConfiguration;
import com.github.javaparser.printer.configuration.DefaultPrinterConfiguration.ConfigOption;
import com.github.javaparser.printer.configuration.Indentation;
import com.github.javaparser.utils.StringEscapeUtils;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prints a tree so that every node of the user's file stands on its own line of it: stack traces,
 * breakpoints and coverage of the output then match what the user wrote.
 *
 * <p>Only {@link #sync} starts a new line, and only forwards; the pretty printer below it, whose
 * end of line is a blank, never does. So generated nodes, which have no line, stand on the line of
 * what surrounds them, and a copy of code that was printed before stands where it can. Comments are
 * dropped: a {@code //} would hide what follows it on its line.
 */
public final class LinePrinter extends DefaultPrettyPrinterVisitor {
  private int line = 1;
  // The line of a type's keyword, between its modifiers and its name; 0 if there is none pending.
  private int keywordLine;

  private LinePrinter() {
    super(
        new DefaultPrinterConfiguration()
            .removeOption(new DefaultConfigurationOption(ConfigOption.PRINT_COMMENTS))
            .removeOption(new DefaultConfigurationOption(ConfigOption.PRINT_JAVADOC))
            .addOption(new DefaultConfigurationOption(ConfigOption.END_OF_LINE_CHARACTER, " "))
            .addOption(
                new DefaultConfigurationOption(
                    ConfigOption.INDENTATION, new Indentation(Indentation.IndentType.SPACES, 0))));
  }

  /**
   * Prints a file.
   *
   * @param unit its tree, transformed or not
   * @return the text
   */
  public static String print(CompilationUnit unit) {
    LinePrinter visitor = new LinePrinter();
    unit.accept(visitor, null);
    return visitor + "\n";
  }

  private void sync(int target) {
    while (line < target) {
      printer.print("\n");
      line++;
    }
  }

  private void sync(Node node) {
    if (node.containsData(Attribution.LINE)) {
      sync(node.getData(Attribution.LINE));
    }
  }

  // The hook that begins the visit of nearly every kind of node.
  @Override
  protected void printOrphanCommentsBeforeThisChildNode(Node node) {
    sync(node);
  }

  // The hook before a closing brace.
  @Override
  protected void printOrphanCommentsEnding(Node node) {
    if (node.containsData(Attribution.LINE)) {
      node.getEnd().ifPresent(end -> sync(end.line));
    }
  }

  @Override
  protected void printComment(Optional<Comment> comment, @Nullable Void arg) {}

  @Override
  public void visit(Modifier modifier, @Nullable Void arg) {
    sync(modifier);
    super.visit(modifier, null);
  }

  @Override
  protected void printModifiers(NodeList<Modifier> modifiers) {
    modifiers.forEach(modifier -> modifier.accept(this, null));
    sync(keywordLine);
    keywordLine = 0;
  }

  @Override
  public void visit(ClassOrInterfaceDeclaration type, @Nullable Void arg) {
    keywordLine = lineOfTokenBefore(type.getName());
    super.visit(type, null);
  }

  @Override
  public void visit(EnumDeclaration type, @Nullable Void arg) {
    keywordLine = lineOfTokenBefore(type.getName());
    super.visit(type, null);
  }

  @Override
  public void visit(RecordDeclaration type, @Nullable Void arg) {
    keywordLine = lineOfTokenBefore(type.getName());
    super.visit(type, null);
  }

  @Override
  public void visit(TypePatternExpr pattern, @Nullable Void arg) {
    sync(pattern);
    super.visit(pattern, null);
  }

  @Override
  public void visit(BinaryExpr binary, @Nullable Void arg) {
    sync(binary);
    binary.getLeft().accept(this, null);
    operator(binary.getOperator().asString(), binary.getRight());
    binary.getRight().accept(this, null);
  }

  @Override
  public void visit(AssignExpr assignment, @Nullable Void arg) {
    sync(assignment);
    assignment.getTarget().accept(this, null);
    operator(assignment.getOperator().asString(), assignment.getValue());
    assignment.getValue().accept(this, null);
  }

  @Override
  public void visit(ConditionalExpr conditional, @Nullable Void arg) {
    sync(conditional);
    conditional.getCondition().accept(this, null);
    operator("?", conditional.getThenExpr());
    conditional.getThenExpr().accept(this, null);
    operator(":", conditional.getElseExpr());
    conditional.getElseExpr().accept(this, null);
  }

  @Override
  public void visit(InstanceOfExpr test, @Nullable Void arg) {
    sync(test);
    test.getExpression().accept(this, null);
    Node right = test.getPattern().isPresent() ? test.getPattern().get() : test.getType();
    operator("instanceof", right);
    right.accept(this, null);
  }

  private void operator(String text, Node right) {
    printer.print(" ");
    sync(lineOfTokenBefore(right));
    printer.print(text + " ");
  }

  // javac strips the indentation itself, so the text goes out as it came in, on its own line.
  @Override
  public void visit(TextBlockLiteralExpr block, @Nullable Void arg) {
    sync(block);
    if (!block.containsData(Attribution.LINE) || block.getData(Attribution.LINE) < line) {
      // A copy: its lines would push what follows off its own.
      String value = block.getValue().stripIndent().translateEscapes();
      printer.print('"' + StringEscapeUtils.escapeJava(value) + '"');
      return;
    }
    String text = "\"\"\"\n" + block.getValue().replace("\r\n", "\n") + "\"\"\"";
    printer.print(text);
    line += (int) text.chars().filter(c -> c == '\n').count();
  }

  /** The line of the token before a node of the user's file; 0 if the node is generated. */
  private static int lineOfTokenBefore(Node node) {
    if (!node.containsData(Attribution.LINE) || node.getTokenRange().isEmpty()) {
      return 0;
    }
    Optional<JavaToken> token = node.getTokenRange().get().getBegin().getPreviousToken();
    while (token.isPresent() && token.get().getCategory().isWhitespaceOrComment()) {
      token = token.get().getPreviousToken();
    }
    return token.flatMap(JavaToken::getRange).map(range -> range.begin.line).orElse(0);
  }
}
