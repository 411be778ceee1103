package io.leverage.preprocessor.internal.parse;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import io.leverage.preprocessor.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the program twice and joins the readings: JavaParser gives the trees to transform, javac
 * gives the truth about types and bindings.
 *
 * <p>The program must compile first. Whatever JavaParser can't read, or reads otherwise than javac,
 * is refused by its position.
 */
public final class SourceParser {
  private final JavacProgram javac;
  private final List<ParsedFile> files = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private SourceParser(JavacProgram javac) {
    this.javac = javac;
  }

  /**
   * Parses and attributes a program.
   *
   * @param files its source files
   * @param classPath what they compile against
   * @param release the Java release that they are written for, 17 or newer
   * @return the trees, or what is wrong
   */
  public static ParsedProgram parse(List<Path> files, List<Path> classPath, int release) {
    SourceParser parser = new SourceParser(new JavacProgram(files, classPath, release));
    parser.diagnostics.addAll(parser.javac.errors());
    if (parser.diagnostics.isEmpty()) {
      files.forEach(parser::parse);
    }
    return new ParsedProgram(
        List.copyOf(parser.files),
        parser.javac.types(),
        parser.javac.elements(),
        List.copyOf(parser.diagnostics));
  }

  private void parse(Path path) {
    String text = read(path);
    TextLines lines = new TextLines(text);
    TreeIndex index = javac.index(path);
    LocalEnums enums = new LocalEnums(text, index.localEnums());
    ParseResult<CompilationUnit> result = new JavaParser(configuration()).parse(enums.rest());
    List<Problem> problems = result.getProblems().stream().filter(SourceParser::isSyntax).toList();
    if (!problems.isEmpty() || result.getResult().isEmpty()) {
      diagnostics.add(SyntaxHole.describe(path, index, problems));
      return;
    }
    CompilationUnit unit = result.getResult().get();
    if (unit.findFirst(ClassOrInterfaceDeclaration.class, each -> each.isCompact()).isPresent()) {
      diagnostics.add(SyntaxHole.compact(path));
      return;
    }
    unit.setStorage(path);
    Join join = new Join(path, new TwinFinder(index, lines), javac.trees(), diagnostics::add);
    join.join(unit);
    if (!enums.addTo(unit, new JavaParser(configuration()), lines, join::join)) {
      diagnostics.add(SyntaxHole.describe(path, index, List.of()));
      return;
    }
    files.add(new ParsedFile(path, text, unit));
  }

  // Every new JavaParser: its validators are the checker's business, which is javac. The newest
  // level reads all; javac's release decides what is allowed. Offsets must be the text's own.
  private static ParserConfiguration configuration() {
    return new ParserConfiguration()
        .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_26)
        .setCharacterEncoding(StandardCharsets.UTF_8)
        .setTabSize(1)
        .setPreprocessUnicodeEscapes(false)
        .setLexicalPreservationEnabled(false);
  }

  // A problem without a cause is a validator's opinion on a tree that was read.
  private static boolean isSyntax(Problem problem) {
    return problem.getCause().isPresent();
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read " + path, e);
    }
  }
}
