package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import io.leverage.preprocessor.internal.parse.Attribution;
import javax.lang.model.element.ElementKind;

/** Turns the declarations of a resume body into assignments; its head declares all locals. */
final class HoistPass {
  private HoistPass() {}

  static void apply(Method method, BlockStmt body) {
    for (NameExpr name : body.findAll(NameExpr.class)) {
      constant(method, name);
    }
    Marks.walk(
        body,
        node -> {
          if (node instanceof ExpressionStmt statement
              && statement.getExpression() instanceof VariableDeclarationExpr declaration
              && !statement.containsData(Marks.COPY)) {
            hoist(statement, declaration.getVariable(0));
          } else if (node instanceof ForStmt loop) {
            hoistInits(loop);
          }
        });
  }

  // T x = e; => x = e;
  private static void hoist(ExpressionStmt statement, VariableDeclarator variable) {
    if (variable.getInitializer().isPresent()) {
      statement.setExpression(Declarations.assignment(variable));
    } else {
      statement.remove();
    }
  }

  // for (T x = e; ...) => for (x = e; ...)
  private static void hoistInits(ForStmt loop) {
    NodeList<Expression> inits = new NodeList<>();
    for (Expression init : loop.getInitialization()) {
      if (init instanceof VariableDeclarationExpr declaration) {
        declaration.getVariables().stream()
            .filter(each -> each.getInitializer().isPresent())
            .forEach(each -> inits.add(Declarations.assignment(each)));
      } else {
        inits.add(init.clone());
      }
    }
    loop.setInitialization(inits);
  }

  // final int k = 5; ... case k: => case 5:
  private static void constant(Method method, NameExpr name) {
    if (!name.containsData(Attribution.KEY)) {
      return;
    }
    Attribution attribution = Attribution.of(name);
    Node parent = name.getParentNode().orElse(null);
    if (attribution.constant() != null
        && attribution.element() != null
        && attribution.element().getKind() == ElementKind.LOCAL_VARIABLE
        && parent != null) {
      name.replace(method.source().expression("%s", literal(attribution.constant())));
    }
  }

  static String literal(Object constant) {
    if (constant instanceof String text) {
      return '"' + escape(text) + '"';
    } else if (constant instanceof Character c) {
      return "'" + escape(String.valueOf((char) c)) + "'";
    } else if (constant instanceof Long number) {
      return number == Long.MIN_VALUE ? "java.lang.Long.MIN_VALUE" : "(" + number + "L)";
    } else if (constant instanceof Float number) {
      return Source.fill("java.lang.Float.intBitsToFloat(%d)", Float.floatToRawIntBits(number));
    } else if (constant instanceof Double number) {
      return Source.fill(
          "java.lang.Double.longBitsToDouble(%dL)", Double.doubleToRawLongBits(number));
    } else if (constant instanceof Byte || constant instanceof Short) {
      String type = constant instanceof Byte ? "byte" : "short";
      return Source.fill("((%s) %s)", type, constant);
    } else if (constant instanceof Boolean) {
      return constant.toString();
    }
    return constant.equals(Integer.MIN_VALUE)
        ? "java.lang.Integer.MIN_VALUE"
        : "(" + constant + ")";
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        escaped.append("\\u").append(Source.fill("%04x", (int) c));
      } else if (c == '"' || c == '\'' || c == '\\') {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString().replace("\\u000a", "\\n").replace("\\u000d", "\\r");
  }
}
