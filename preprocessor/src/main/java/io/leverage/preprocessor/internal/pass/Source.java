package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Processor;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.validator.postprocessors.Java26PostProcessor;
import com.github.javaparser.ast.validator.postprocessors.PostProcessors;
import io.leverage.preprocessor.internal.parse.Attribution;
import java.util.Locale;

/** Turns templates, source text with holes that are filled already, into trees. */
public final class Source {
  private final JavaParser parser = new JavaParser(configuration());

  private static ParserConfiguration configuration() {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setStoreTokens(false) // nothing asks for them, and they outweigh the trees
            .setAttributeComments(false);
    configuration.getProcessors().clear(); // javac has judged what this is made of
    configuration.getProcessors().add(VarTypes::new);
    return configuration;
  }

  /** Finds the types that are {@code var}; the parser takes them for classes. */
  private static final class VarTypes extends Processor {
    private final PostProcessors processors = new Java26PostProcessor();

    @Override
    public void postProcess(ParseResult<? extends Node> result, ParserConfiguration configuration) {
      processors.postProcess(result, configuration);
    }
  }

  /** Fills the holes of a template, the same in every locale. */
  static String fill(String template, Object... holes) {
    return String.format(Locale.ROOT, template, holes);
  }

  /** Parses a statement; the names in the nodes that fill its holes keep what they mean. */
  public Statement statement(String template, Object... holes) {
    Statement parsed = get(parser.parseStatement(Source.fill(template, holes)), template);
    return attributed(parsed, holes);
  }

  /** Parses an expression; the names in the nodes that fill its holes keep what they mean. */
  public Expression expression(String template, Object... holes) {
    Expression parsed = get(parser.parseExpression(Source.fill(template, holes)), template);
    return attributed(parsed, holes);
  }

  private static <N extends Node> N attributed(N parsed, Object... holes) {
    for (Object hole : holes) {
      if (hole instanceof Expression filled) {
        for (NameExpr name : filled.findAll(NameExpr.class, Source::isAttributed)) {
          parsed
              .findAll(NameExpr.class, each -> !isAttributed(each) && each.equals(name))
              .forEach(each -> each.setData(Attribution.KEY, Attribution.of(name)));
        }
      }
    }
    return parsed;
  }

  private static boolean isAttributed(Node node) {
    return node.containsData(Attribution.KEY);
  }

  /** Parses a type. */
  public Type type(String text) {
    return get(parser.parseType(text), text);
  }

  /** Parses a member of a class. */
  public BodyDeclaration<?> member(String text) {
    return get(parser.parseBodyDeclaration(text), text);
  }

  /** Lets a generated node stand on the line of the user's node that it replaces. */
  static <N extends Node> N at(Node original, N node) {
    if (original.containsData(Attribution.LINE)) {
      node.setData(Attribution.LINE, original.getData(Attribution.LINE));
    }
    return node;
  }

  private static <N> N get(ParseResult<? extends N> result, String text) {
    if (!result.isSuccessful()) {
      throw new IllegalStateException(
          "generated code does not parse: " + result.getProblems() + "\n" + text);
    }
    return result.getResult().orElseThrow();
  }
}
