package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.type.Type;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.util.TreePath;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the javac twin of a node: the tree with the same range and kind, or by one of the rules
 * below where the two parsers draw their trees differently.
 */
final class TwinFinder {
  private final TreeIndex index;
  private final TextLines lines;

  TwinFinder(TreeIndex index, TextLines lines) {
    this.index = index;
    this.lines = lines;
  }

  @Nullable TreePath find(Node node) {
    if (node instanceof VariableDeclarator variable) {
      return variable(variable);
    } else if (node instanceof Parameter parameter) {
      return parameter(parameter);
    } else if (node instanceof EnumConstantDeclaration constant) {
      return declared(constant.getNameAsString(), constant, constant.getName());
    } else if (node instanceof ExplicitConstructorInvocationStmt) {
      return constructorCall(node);
    } else if (node instanceof CallableDeclaration
        || node instanceof CompactConstructorDeclaration) {
      return index.find(lines.start(node), lines.end(node), TreeKinds.METHOD);
    } else if (node instanceof TypeDeclaration) {
      return index.find(lines.start(node), lines.end(node), TreeKinds.TYPE_DECLARATION);
    } else if (node instanceof Type) {
      return index.find(lines.start(node), lines.end(node), TreeKinds.TYPE);
    } else if (node instanceof TypePatternExpr pattern) {
      return pattern(pattern);
    }
    TreePath exact = index.find(lines.start(node), lines.end(node), TreeKinds.twinsOf(node));
    return exact == null ? expression(node) : exact;
  }

  private @Nullable TreePath expression(Node node) {
    int start = lines.start(node);
    int end = lines.end(node);
    Node parent = node.getParentNode().orElseThrow();
    if (node instanceof UnaryExpr) {
      return index.find(start, end, TreeKinds.NUMBER); // -1 is one literal for javac
    } else if (node instanceof LiteralExpr && parent instanceof UnaryExpr) {
      return index.find(lines.start(parent), end, TreeKinds.NUMBER); // the 1 of that -1
    } else if (node instanceof ArrayInitializerExpr && parent instanceof ArrayCreationExpr) {
      // new T[] {..} is one tree for javac
      return index.find(lines.start(parent), lines.end(parent), TreeKinds.ARRAY);
    } else if (node instanceof NameExpr || node instanceof FieldAccessExpr) {
      return index.find(start, end, TreeKinds.NAME);
    }
    return null;
  }

  // `int a, b[];` one start for both; whether the end includes the semicolon differs
  private @Nullable TreePath variable(VariableDeclarator variable) {
    Node declaration = variable.getParentNode().orElseThrow();
    if (declaration instanceof FieldDeclaration field) {
      return declared(
          variable.getNameAsString(),
          field,
          field.getElementType(),
          variable.getType(),
          variable.getName());
    }
    VariableDeclarationExpr locals = (VariableDeclarationExpr) declaration;
    return declared(
        variable.getNameAsString(),
        locals,
        locals.getElementType(),
        variable.getType(),
        variable.getName());
  }

  // javac starts a parameter at its modifiers or type, or at its name if the type is implicit
  private @Nullable TreePath parameter(Parameter parameter) {
    return declared(
        parameter.getNameAsString(), parameter, parameter.getType(), parameter.getName());
  }

  private @Nullable TreePath declared(String rawName, Node... starts) {
    String name = UnicodeEscapes.decode(rawName);
    Set<Integer> offsets = new LinkedHashSet<>();
    for (Node node : starts) {
      node.getBegin().ifPresent(begin -> offsets.add(lines.offset(begin)));
    }
    for (int offset : offsets) {
      TreePath found =
          name.equals("_") ? index.unnamedVariable(offset) : index.variable(offset, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  // this(..) and super(..) are a statement for JavaParser, an expression in a statement for javac
  private @Nullable TreePath constructorCall(Node node) {
    TreePath statement = index.find(lines.start(node), lines.end(node), TreeKinds.STATEMENT);
    return statement == null
        ? null
        : new TreePath(statement, ((ExpressionStatementTree) statement.getLeaf()).getExpression());
  }

  // the parsers disagree whether `final` is part of the pattern
  private @Nullable TreePath pattern(TypePatternExpr pattern) {
    int end = lines.end(pattern);
    TreePath exact = index.find(lines.start(pattern), end, TreeKinds.twinsOf(pattern));
    return exact == null
        ? index.patternEndingAt(end, UnicodeEscapes.decode(pattern.getNameAsString()))
        : exact;
  }
}
