package io.leverage.preprocessor.internal.parse;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The javac trees of one file by where they are in its text. */
final class TreeIndex {
  private record Range(long start, long end) {}

  private record NamedStart(long start, String name) {}

  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final Map<Range, List<TreePath>> byRange = new HashMap<>();
  private final Map<NamedStart, TreePath> variables = new HashMap<>();
  private final Map<Long, TreePath> unnamed = new HashMap<>();
  private final Map<NamedStart, TreePath> patternsByEnd = new HashMap<>();

  TreeIndex(CompilationUnitTree unit, Trees trees) {
    this.unit = unit;
    this.positions = trees.getSourcePositions();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (tree != null && tree != unit) {
          add(new TreePath(getCurrentPath(), tree));
        }
        return super.scan(tree, null);
      }
    }.scan(new TreePath(unit), null);
  }

  private void add(TreePath path) {
    Tree tree = path.getLeaf();
    long start = positions.getStartPosition(unit, tree);
    long end = positions.getEndPosition(unit, tree);
    // Trees that javac made up, such as default constructors, have no end.
    if (start < 0 || end < 0) {
      return;
    }
    byRange.computeIfAbsent(new Range(start, end), key -> new ArrayList<>(2)).add(path);
    if (tree instanceof VariableTree variable) {
      String name = variable.getName().toString();
      variables.putIfAbsent(new NamedStart(start, name), path);
      if (name.isEmpty() || name.equals("_")) {
        unnamed.putIfAbsent(start, path);
      }
      if (path.getParentPath().getLeaf() instanceof BindingPatternTree) {
        patternsByEnd.putIfAbsent(new NamedStart(end, name), path.getParentPath());
      }
    }
  }

  /** Finds the outermost tree of one of the kinds that spans exactly a range. */
  @Nullable TreePath find(int start, int end, Set<Tree.Kind> kinds) {
    for (TreePath path : byRange.getOrDefault(new Range(start, end), List.of())) {
      if (kinds.contains(path.getLeaf().getKind())) {
        return path;
      }
    }
    return null;
  }

  /** Finds a variable by where its declaration starts (shared by {@code int a, b}) and its name. */
  @Nullable TreePath variable(int start, String name) {
    return variables.get(new NamedStart(start, name));
  }

  /** Finds a variable without a name, {@code _}. */
  @Nullable TreePath unnamedVariable(int start) {
    return unnamed.get((long) start);
  }

  /** Finds a binding pattern by its end and its variable's name. */
  @Nullable TreePath patternEndingAt(int end, String name) {
    return patternsByEnd.get(new NamedStart(end, name));
  }

  /** A construct that is known to be unreadable for JavaParser. */
  record Construct(String name, String remedy, int line, int column) {}

  /** Finds the first construct of the file that JavaParser is known not to read. */
  Optional<Construct> knownHole() {
    return byRange.values().stream()
        .flatMap(List::stream)
        .flatMap(path -> hole(path).stream())
        .min(Comparator.comparingInt(Construct::line).thenComparingInt(Construct::column));
  }

  /** Finds the enums that are declared in ordinary methods. */
  List<LocalEnums.Place> localEnums() {
    return byRange.values().stream()
        .flatMap(List::stream)
        .filter(path -> isLocalEnum(path) && isInMethod(path))
        .map(path -> path.getLeaf())
        .map(
            tree ->
                new LocalEnums.Place(
                    (int) positions.getStartPosition(unit, tree),
                    (int) positions.getEndPosition(unit, tree)))
        .sorted(Comparator.comparingInt(LocalEnums.Place::start))
        .toList();
  }

  private static boolean isLocalEnum(TreePath path) {
    Tree parent = path.getParentPath().getLeaf();
    return path.getLeaf().getKind() == Tree.Kind.ENUM
        && (parent instanceof BlockTree || parent instanceof CaseTree);
  }

  private static boolean isInMethod(TreePath path) {
    for (TreePath each = path.getParentPath(); each != null; each = each.getParentPath()) {
      if (each.getLeaf() instanceof MethodTree method) {
        Tree type = each.getParentPath().getParentPath().getLeaf();
        return method.getReturnType() != null && !(type instanceof NewClassTree);
      } else if (each.getLeaf() instanceof LambdaExpressionTree
          || each.getLeaf() instanceof ClassTree) {
        return false;
      }
    }
    return false;
  }

  private Optional<Construct> hole(TreePath path) {
    Tree tree = path.getLeaf();
    if (isLocalEnum(path)) {
      return construct(
          tree,
          "an enum that is declared in a constructor, an initialiser, a lambda or an anonymous"
              + " class",
          "move it into the class");
    } else if (tree instanceof BindingPatternTree pattern
        && pattern.getVariable().getType() instanceof PrimitiveTypeTree) {
      return construct(tree, "a pattern of a primitive type", "use a comparison or a cast");
    }
    return Optional.empty();
  }

  private Optional<Construct> construct(Tree tree, String name, String remedy) {
    long start = positions.getStartPosition(unit, tree);
    LineMap lines = unit.getLineMap();
    return Optional.of(
        new Construct(
            name, remedy, (int) lines.getLineNumber(start), (int) lines.getColumnNumber(start)));
  }
}
