package io.leverage.preprocessor;

import io.leverage.preprocessor.internal.analysis.Analysis;
import io.leverage.preprocessor.internal.analysis.Explanations;
import io.leverage.preprocessor.internal.analysis.UsedTypes;
import io.leverage.preprocessor.internal.emit.LinePrinter;
import io.leverage.preprocessor.internal.output.DeepStack;
import io.leverage.preprocessor.internal.output.GeneratedCompiler;
import io.leverage.preprocessor.internal.output.LargeMethods;
import io.leverage.preprocessor.internal.output.OutputFile;
import io.leverage.preprocessor.internal.output.OutputFolder;
import io.leverage.preprocessor.internal.output.ProgramTypes;
import io.leverage.preprocessor.internal.output.SourceFiles;
import io.leverage.preprocessor.internal.parse.ParsedFile;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import io.leverage.preprocessor.internal.parse.SourceParser;
import io.leverage.preprocessor.internal.pass.IteratorPass;
import io.leverage.preprocessor.internal.pass.MobileMethod;
import io.leverage.preprocessor.internal.pass.ProxyPass;
import io.leverage.preprocessor.internal.pass.TracePass;
import io.leverage.preprocessor.internal.pass.Transformation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The preprocessor: a source-to-source compiler after which a running thread can be captured in the
 * middle of a method, and resumed on another machine.
 *
 * <p>It works in four stages, one package each, and looks only back:
 *
 * <ol>
 *   <li>{@code parse}: JavaParser reads the trees that will be transformed; the JDK's own compiler
 *       attributes the program, which must compile first. Each node is joined to its twin in
 *       javac's tree. The join is total: what the two read differently is refused.
 *   <li>{@code analysis}: a call graph of the whole program, over overrides, finds the methods that
 *       lie between an entry point of a thread and a safepoint. They will be resumable; everything
 *       else stays as it is. Places where a thread would be pinned are diagnosed with the path that
 *       makes them matter.
 *   <li>{@code pass}: the methods are normalised step by step, until each checkpointable call is a
 *       statement of its own; then each gets a fast body, a resume body and a frame.
 *   <li>{@code emit}: the tree is printed so that every statement of the user keeps its line.
 * </ol>
 *
 * <p>Three outcomes are never mixed: diagnostics are the user's errors, {@link UsageException} is a
 * wrong request, {@link PreprocessorBug} is our own failure. If there is an error, no file is
 * written. Methods that a class file could not hold once they are mobile are left as they are, with
 * a warning, and the stages run again. Files that need no transformation are copied byte for byte,
 * and files that would not change are not touched.
 */
public final class Preprocessor {
  private final PreprocessorOptions options;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Preprocessor(PreprocessorOptions options) {
    this.options = options;
  }

  /**
   * Preprocesses a program.
   *
   * @param options what to do
   * @return what was done, or why not
   * @throws UsageException if the request makes no sense
   * @throws PreprocessorBug if the preprocessor itself fails
   */
  public static PreprocessorResult run(PreprocessorOptions options) {
    // Expressions of generated sources nest deeply, and trees are walked recursively.
    return DeepStack.call(() -> new Preprocessor(options).run());
  }

  /**
   * Says why methods are, or are not, checkpointable. Nothing is written.
   *
   * @param sources source files, and folders that are searched for them
   * @param classPath what the sources compile against, the API included
   * @param release the Java release that the sources are written for
   * @param method {@code method}, {@code Class.method}, or that with more of the qualified name
   * @return the explanations, or the errors that keep the sources from being read
   * @throws UsageException if the request makes no sense, such as a method that isn't there
   * @throws PreprocessorBug if the preprocessor itself fails
   */
  public static ExplainResult explain(
      List<Path> sources, List<Path> classPath, int release, String method) {
    return DeepStack.call(
        () -> {
          ParsedProgram program =
              guarded(
                  "while reading the sources",
                  () ->
                      SourceParser.parse(
                          SourceFiles.find(sources, release).files(), classPath, release));
          if (program.diagnostics().stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
            return new ExplainResult(program.diagnostics(), List.of());
          }
          List<Explanation> found =
              guarded("while analysing the program", () -> Explanations.of(program, method));
          if (found.isEmpty()) {
            throw new UsageException(
                "no method '" + method + "' in the sources: name it as METHOD or CLASS.METHOD");
          }
          return new ExplainResult(List.of(), found);
        });
  }

  private PreprocessorResult run() {
    SourceFiles sources = SourceFiles.find(options);
    List<Diagnostic> tooLarge = new ArrayList<>();
    Set<String> pinned = new LinkedHashSet<>(options.pinned());
    while (true) {
      diagnostics.clear();
      diagnostics.addAll(tooLarge);
      Output output = output(sources, pinned);
      if (failed()) {
        return new PreprocessorResult(diagnostics, List.of(), 0, 0);
      }
      List<Diagnostic> found =
          LargeMethods.in(options, output.files()).stream()
              .filter(each -> pinned.add(LargeMethods.place(each)))
              .toList();
      if (found.isEmpty()) {
        return written(output);
      }
      tooLarge.addAll(found);
    }
  }

  private record Output(List<OutputFile> files, ProgramTypes types) {
    private static final Output NONE = new Output(List.of(), new ProgramTypes(List.of()));
  }

  private Output output(SourceFiles sources, Set<String> pinned) {
    ParsedProgram program =
        guarded(
            "while reading the sources",
            () -> SourceParser.parse(sources.files(), options.classPath(), options.release()));
    diagnostics.addAll(program.diagnostics());
    if (failed()) {
      return Output.NONE;
    }
    Analysis analysis =
        guarded(
            "while analysing the program",
            () -> Analysis.of(program, options.entries(), List.copyOf(pinned), options.polls()));
    diagnostics.addAll(analysis.diagnostics());
    ProgramTypes types = new ProgramTypes(UsedTypes.of(program));
    List<OutputFile> outputs = new ArrayList<>(sources.verbatim());
    for (ParsedFile file : program.files()) {
      outputs.add(
          guarded("while transforming " + file.path(), () -> transformed(file, program, analysis)));
    }
    return new Output(outputs, types);
  }

  private PreprocessorResult written(Output output) {
    List<OutputFile> outputs = output.files();
    int written = new OutputFolder(options.output()).write(outputs);
    output.types().write(options.output());
    GeneratedCompiler.compile(options, outputs);
    if (options.classes() != null) {
      output.types().write(options.classes());
    }
    return new PreprocessorResult(
        diagnostics,
        outputs.stream().map(each -> options.output().resolve(each.path())).toList(),
        (int) outputs.stream().filter(OutputFile::transformed).count(),
        written);
  }

  private OutputFile transformed(ParsedFile file, ParsedProgram program, Analysis analysis) {
    Path path = SourceFiles.outputPath(file.path(), file.unit());
    if (!analysis.concerns(file)
        && !IteratorPass.concerns(file.unit(), analysis.plan(), program.types())
        && !ProxyPass.concerns(file.unit())
        && !TracePass.concerns(file.unit())) {
      return OutputFile.copy(path, file.path());
    }
    Consumer<Diagnostic> found = diagnostic -> diagnostics.add(located(diagnostic, file.path()));
    List<MobileMethod> mobile =
        Transformation.apply(
            file.unit(), analysis.plan(), program.types(), program.elements(), found);
    String text = LinePrinter.print(file.unit());
    Transformation.release(file.unit());
    return OutputFile.generated(path, file.path(), text, mobile);
  }

  // A pass sees one tree, so it need not know which file the tree is from.
  private static Diagnostic located(Diagnostic found, Path file) {
    return new Diagnostic(
        found.id(),
        found.severity(),
        file,
        found.line(),
        found.column(),
        found.message(),
        found.remedy(),
        found.reasonPath());
  }

  private boolean failed() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Severity.ERROR);
  }

  private static <T> T guarded(String where, Supplier<T> step) {
    try {
      return step.get();
    } catch (UsageException | PreprocessorBug e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new PreprocessorBug(where, e);
    }
  }
}
