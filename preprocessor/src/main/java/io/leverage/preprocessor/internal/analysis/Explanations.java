package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.Position;
import io.leverage.preprocessor.Explanation;
import io.leverage.preprocessor.Polls;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says of methods why they are, or are not, checkpointable. */
public final class Explanations {
  private final CallGraph graph;
  private final Resumability resumability;
  private final Steps steps;
  private final Set<Body> starts = new HashSet<>();

  private Explanations(ParsedProgram program) {
    Overrides overrides = new Overrides(program);
    graph =
        new CallGraph(
            program,
            overrides,
            new JdkTwins(program.types(), program.elements()),
            LeftAlone.of(List.of()));
    LoopPolls.decide(graph);
    EntryPoints entries = new EntryPoints(overrides, EntryRule.of(List.of()));
    resumability = new Resumability(graph, entries, Polls.LOOPS);
    steps = new Steps(graph, resumability);
    entries.all().stream().map(graph::body).filter(Objects::nonNull).forEach(starts::add);
  }

  /**
   * Explains the methods of a name.
   *
   * @param program the program, which has no errors
   * @param name {@code method}, {@code Class.method}, or that with more of the qualified name
   * @return an explanation for each such method whose source is at hand
   */
  public static List<Explanation> of(ParsedProgram program, String name) {
    Explanations explanations = new Explanations(program);
    return explanations.graph.bodies().stream()
        .filter(body -> isNamed(body, name))
        .map(explanations::explain)
        .toList();
  }

  private static boolean isNamed(Body body, String name) {
    if (body.element() == null
        || body.kind() == BodyKind.LAMBDA
        || body.kind() == BodyKind.METHOD_REFERENCE) {
      return false;
    }
    String method =
        body.kind() == BodyKind.CONSTRUCTOR
            ? body.owner().getSimpleName().toString()
            : body.element().getSimpleName().toString();
    return ("." + body.owner().getQualifiedName() + "." + method).endsWith("." + name);
  }

  private Explanation explain(Body body) {
    Position begin = body.node().getBegin().orElse(Position.HOME);
    boolean checkpointable = resumability.resumable().contains(body);
    List<String> path = new ArrayList<>();
    String reason = checkpointable ? because(body, path) : whyNot(body, path);
    return new Explanation(
        body.owner().getQualifiedName() + "." + body.element(),
        body.file().path(),
        begin.line,
        checkpointable,
        reason,
        path);
  }

  private String because(Body body, List<String> path) {
    path.addAll(from(body, this::capturable));
    path.addAll(toSafepoint(body));
    return "a thread gets to it over frames that can be captured, and can stop in it or below it";
  }

  private String whyNot(Body body, List<String> path) {
    if (resumability.isReached(body)) {
      return "nothing in it or below it stops a thread: no loop that polls, no recursion, no call"
          + " that waits. It is always left soon, and stays as it is";
    }
    if (!starts.contains(body) && path(body, graph::edges) == null) {
      return "no main, no task's call() or run() and no method marked @Checkpointable calls it, as"
          + " far as the sources tell; it runs pinned where a library or a lambda calls it";
    }
    path.addAll(from(body, graph::edges));
    if (graph.isCapturable(body)) {
      return "each way to it leads over a frame that can't be captured, and pins the thread";
    }
    return "its kind of code can't be captured: "
        + body.describe()
        + " pins the thread"
        + (body.kind() == BodyKind.CONSTRUCTOR ? "; " + graph.constructors().obstacle(body) : "");
  }

  /** The steps from an entry point. */
  private List<String> from(Body body, Function<Body, List<CallGraph.Edge>> next) {
    List<CallGraph.Edge> edges = path(body, next);
    List<String> text = new ArrayList<>();
    if (edges == null) {
      text.add(body.describe() + " is where a thread starts");
      return text;
    }
    text.add(edges.get(0).from().describe() + " is where a thread starts");
    edges.forEach(edge -> text.add(step(edge)));
    return text;
  }

  private String step(CallGraph.Edge edge) {
    return Steps.step(edge) + (graph.isCapturable(edge.to()) ? "" : ", which can't be captured");
  }

  private @Nullable List<CallGraph.Edge> path(
      Body body, Function<Body, List<CallGraph.Edge>> next) {
    return starts.contains(body)
        ? null
        : Reachability.path(
            starts.stream().flatMap(start -> next.apply(start).stream()).toList(),
            next,
            body::equals);
  }

  private List<String> toSafepoint(Body body) {
    Predicate<Body> stops = each -> steps.end(each, true).isPresent();
    List<String> text = new ArrayList<>();
    Body last = body;
    if (!stops.test(body)) {
      List<CallGraph.Edge> edges =
          Objects.requireNonNullElse(
              Reachability.path(capturable(body), this::capturable, stops), List.of());
      edges.forEach(edge -> text.add(step(edge)));
      last = edges.isEmpty() ? body : edges.get(edges.size() - 1).to();
    }
    Optional<String> end = steps.end(last, true);
    end.ifPresent(text::add);
    return text;
  }

  private List<CallGraph.Edge> capturable(Body body) {
    return graph.edges(body).stream().filter(edge -> graph.isCapturable(edge.to())).toList();
  }
}
