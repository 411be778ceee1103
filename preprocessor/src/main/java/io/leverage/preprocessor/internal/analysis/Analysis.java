package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.Polls;
import io.leverage.preprocessor.internal.parse.Attribution;
import io.leverage.preprocessor.internal.parse.ParsedFile;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * What the analysis of the whole program found.
 *
 * <p>It draws the call graph over all overrides, finds the methods that lie between an entry point
 * and a safepoint, and looks for what pins a thread on the way.
 *
 * @param plan what to transform
 * @param diagnostics what runs pinned, and what can't run so
 */
public record Analysis(Plan plan, List<Diagnostic> diagnostics) {
  private static final String COMPUTER = "io.leverage.VirtualComputer";

  /**
   * Analyses a program, and marks the loops of its resumable methods with how they poll.
   *
   * @param program the program, which has no errors
   * @return what to do
   */
  public static Analysis of(ParsedProgram program) {
    return of(program, List.of(), List.of(), Polls.LOOPS);
  }

  /**
   * Analyses a program, and marks the loops of its resumable methods with how they poll.
   *
   * @param program the program, which has no errors
   * @param entries further entry points, as the options name them
   * @param leftAlone methods to leave as they are, as the options name them
   * @param polls which safepoints there are
   * @return what to do
   */
  public static Analysis of(
      ParsedProgram program, List<String> entries, List<String> leftAlone, Polls polls) {
    Overrides overrides = new Overrides(program);
    JdkTwins jdk = new JdkTwins(program.types(), program.elements());
    CallGraph graph = new CallGraph(program, overrides, jdk, LeftAlone.of(leftAlone));
    LoopPolls.decide(graph);
    EntryPoints starts = new EntryPoints(overrides, EntryRule.of(entries));
    Resumability resumability = new Resumability(graph, starts, polls);
    TwinNames names = new TwinNames(overrides, jdk, program.types(), program.elements());
    resumability.resumable().forEach(Analysis::markLoops);

    List<Diagnostic> diagnostics = new ArrayList<>();
    Set<Body> inThreads = inThreads(graph, starts, resumability);
    PinnedDiagnostics pinned = new PinnedDiagnostics(graph, resumability);
    HandedOver handed = new HandedOver(graph, jdk, program.types(), inThreads);
    Callbacks callbacks =
        new Callbacks(graph, overrides, handed, inThreads, resumability.blocking());
    for (PinnedPlace place : PinnedPlaces.find(graph, callbacks, inThreads)) {
      pinned.of(place).ifPresent(diagnostics::add);
    }
    diagnostics.addAll(MutableStatics.find(resumability, overrides));
    return new Analysis(
        new ProgramPlan(
            graph,
            overrides,
            starts,
            resumability,
            names,
            jdk,
            program.types(),
            program.elements()),
        List.copyOf(diagnostics));
  }

  /**
   * Tells whether anything in a file is to be transformed.
   *
   * @param file a file of the program
   * @return false if the file stays as it is
   */
  public boolean concerns(ParsedFile file) {
    return file.unit().findFirst(Node.class, this::concerns).isPresent();
  }

  private boolean concerns(Node node) {
    return node.containsData(MobileLambda.KEY)
        || ((node instanceof MethodDeclaration || node instanceof ConstructorDeclaration)
            && Attribution.of(node).element() instanceof ExecutableElement method
            && plan.hasTwin(method))
        || (node instanceof TypeDeclaration
            && node.containsData(Attribution.KEY)
            && Attribution.of(node).element() instanceof TypeElement type
            && (plan.isTask(type)
                || plan.mobileForm(type).isPresent()
                || !plan.clashes(type).isEmpty()
                || !plan.mobileInterfaces(type).isEmpty()))
        || isSuperOfResumable(node)
        || (node instanceof ObjectCreationExpr creation
            && plan.mobileAnonymous(creation).isPresent());
  }

  private boolean isSuperOfResumable(Node node) {
    return node instanceof SuperExpr
        && node.getParentNode().orElse(null) instanceof Expression use
        && Attribution.of(use).element() instanceof ExecutableElement method
        && plan.isResumable(method);
  }

  private static void markLoops(Body body) {
    for (Body.Loop loop : body.loops) {
      loop.statement().setData(PollKind.KEY, loop.poll());
    }
  }

  // A main that opens a virtual computer is the client of its threads, not one of them.
  private static Set<Body> inThreads(
      CallGraph graph, EntryPoints entries, Resumability resumability) {
    Set<Body> starts = new HashSet<>();
    add(graph, entries.threads(), starts);
    for (ExecutableElement main : entries.mains()) {
      Set<Body> start = new HashSet<>();
      add(graph, Set.of(main), start);
      if (resumability.enteredFrom(start).stream().noneMatch(Analysis::opensComputer)) {
        starts.addAll(start);
      }
    }
    return resumability.enteredFrom(starts);
  }

  private static void add(CallGraph graph, Set<ExecutableElement> methods, Set<Body> bodies) {
    methods.stream().map(graph::body).filter(Objects::nonNull).forEach(bodies::add);
  }

  private static boolean opensComputer(Body body) {
    return body.calls.stream()
        .map(call -> call.target().getEnclosingElement())
        .anyMatch(
            type ->
                type instanceof TypeElement computer
                    && computer.getQualifiedName().contentEquals(COMPUTER));
  }
}
