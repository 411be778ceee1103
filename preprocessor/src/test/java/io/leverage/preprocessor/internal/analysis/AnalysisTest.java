package io.leverage.preprocessor.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.Statement;
import io.leverage.preprocessor.internal.parse.Attribution;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import io.leverage.preprocessor.internal.parse.SourceParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The expectations stand in the sources: {@code //: resumable twin polls-at-entry task} at
 * declarations, a {@link PollKind} at loops, {@code unwinds} at calls. Unmarked lines are expected
 * to be none of it.
 */
class AnalysisTest {
  private static final List<Path> CLASS_PATH =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .toList();

  @TempDir Path folder;

  @Test
  void followsCallsFromMainToSafepoints() throws IOException {
    check(
        """
        class A {
          public static void main(String[] args) { //: resumable twin
            leaf(1);
            middle(args.length); //: unwinds
          }
          static int leaf(int x) { return x + 1; }
          static void middle(int n) { //: resumable twin
            looping(n); //: unwinds
          }
          static void looping(int n) { //: resumable twin
            while (n > 0) { n--; } //: EVERY_ITERATION
          }
          static void unreached() { while (true) {} }
        }
        """);
  }

  @Test
  void choosesHowLoopsPoll() throws IOException {
    check(
        """
        class A {
          static final int SIZE = 8;
          final int end = Integer.parseInt("3");
          int field;
          public static void main(String[] args) { new A().run(args.length, new int[9]); } //: resumable twin unwinds
          int run(int n, int[] a) { //: resumable twin
            int sum = 0;
            for (int i = 0; i < 10; i++) { sum += i; } //: NONE
            for (int i = SIZE; i > 0; i -= 2) { sum += i; } //: NONE
            for (int i = 0; i < 1025; i++) { sum += i; } //: STRIP_MINED
            for (int i = 0; i < a.length; i++) { sum += a[i]; } //: STRIP_MINED
            for (int i = 0; i < a.length - 1; i++) { sum += Math.max(a[i], 2); } //: STRIP_MINED
            for (int i = n; i >= 0; --i) { if (i == 7) { break; } } //: STRIP_MINED
            for (int i = 0; i < end; i++) { sum++; } //: STRIP_MINED
            for (int i = 0; i < this.end; i++) { continue; } //: STRIP_MINED
            for (int i = 0; i < field; i++) { sum++; } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { n--; } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { i = 0; } //: EVERY_ITERATION
            for (int i = 0; i < n; i--) { sum++; } //: EVERY_ITERATION
            for (long i = 0; i < n; i++) { sum++; } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { "a".length(); } //: STRIP_MINED
            for (int i = 0; i < n; i++) { "a".repeat(n); } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { Object o = new Object(); } //: STRIP_MINED
            for (int i = 0; i < n; i += n) { sum++; } //: EVERY_ITERATION
            for (int i = 0, j = 1; i < n; i++) { sum++; } //: EVERY_ITERATION
            for (int i = 0; i <= Integer.MAX_VALUE; i++) { sum++; } //: STRIP_MINED
            for (int x : a) { sum += x; } //: STRIP_MINED
            do { sum++; } while (sum < 0); //: EVERY_ITERATION
            for (int i = 0; i < 3; i++) { //: NONE
              for (int j = 0; j < 3; j++) { sum += j; } //: NONE
            }
            for (;;) { return sum; } //: EVERY_ITERATION
          }
        }
        """);
  }

  @Test
  void looksIntoTheCallsOfLoops() throws IOException {
    check(
        """
        class A {
          final int[] a = new int[9];
          interface Open { int value(); }
          int at(int i) { return a[Math.floorMod(i, a.length)] + small(i); }
          static int small(int n) {
            int sum = 0;
            for (int i = 0; i < 4; i++) { sum += i * n; }
            return sum;
          }
          int many(int n) { //: resumable twin
            int sum = 0;
            while (sum < n) { sum += at(n); } //: EVERY_ITERATION
            return sum;
          }
          static int deep(int n) { //: resumable twin polls-at-entry
            return n < 1 ? 0 : deep(n - 1); //: unwinds
          }
          static synchronized int locked(int n) { return n; }
          A(int n) { a[0] = n; }
          A() { for (int i = 0; i < a.length; i++) { a[i] = i; } }
          public static void main(String[] args) { new A().run(args.length, null); } //: resumable twin unwinds
          int run(int n, Open open) { //: resumable twin
            int sum = 0;
            for (int i = 0; i < n; i++) { sum += at(i); } //: STRIP_MINED
            for (int i = 0; i < n; i++) { sum += new A(i).a[0]; } //: STRIP_MINED
            for (int i = 0; i < n; i++) { sum += new A().a[0]; } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { sum += locked(i); } //: STRIP_MINED
            for (int i = 0; i < n; i++) { sum += open.value(); } //: EVERY_ITERATION
            for (int i = 0; i < n; i++) { //: EVERY_ITERATION
              sum += many(i); //: unwinds
            }
            for (int x : a) { //: STRIP_MINED
              if (x == n) {
                return many(x); //: unwinds
              }
            }
            for (int x : a) { //: EVERY_ITERATION
              if (x == n) {
                sum += many(x); //: unwinds
                if (sum > 7) {
                  continue;
                }
                return sum;
              }
            }
            for (int i = 0; i < 9; i++) { //: NONE
              sum += deep(i); //: unwinds
            }
            for (int i = 0; i < 9 && sum < n; i++) { sum += at(i); } //: NONE
            for (int i = 0; i < 9; i++) { System.out.println(i); } //: EVERY_ITERATION
            for (int i = 0; i < 1000; i++) { //: EVERY_ITERATION
              for (int j = 0; j < 1000; j++) { sum += j; } //: NONE
            }
            return sum;
          }
        }
        """);
  }

  @Test
  void leavesSmallLoopsAlone() throws IOException {
    check(
        """
        class A {
          @io.leverage.Checkpointable
          static int small() { //: twin
            int sum = 0;
            for (int i = 0; i < 10; i++) { sum += i; }
            return sum;
          }
        }
        """);
  }

  @Test
  void givesTwinsToWholeFamilies() throws IOException {
    check(
        """
        interface Shape { double area(); } //: twin
        class Round implements Shape { public double area() { return 3; } } //: twin
        class Rough implements Shape {
          public double area() { while (true) {} } //: resumable twin EVERY_ITERATION
        }
        class Base { public int size() { while (true) {} } } //: resumable twin EVERY_ITERATION
        interface Sized { int size(); } //: twin
        class Both extends Base implements Sized {}
        class Special extends Both {
          public int size() { //: resumable twin
            return super.size(); //: unwinds
          }
        }
        class A {
          public static void main(String[] args) { //: resumable twin
            Shape shape = new Rough();
            shape.area(); //: unwinds
            new Round().area();
            Sized sized = new Both();
            sized.size(); //: unwinds
          }
        }
        """);
  }

  @Test
  void pollsAtTheEntryOfRecursiveMethods() throws IOException {
    check(
        """
        class A {
          public static void main(String[] args) { fib(3); even(4); } //: resumable twin unwinds
          static int fib(int n) { //: resumable twin polls-at-entry
            return n < 2 ? n : fib(n - 1) + fib(n - 2); //: unwinds
          }
          static boolean even(int n) { return n == 0 || odd(n - 1); } //: resumable twin polls-at-entry unwinds
          static boolean odd(int n) { return n != 0 && even(n - 1); } //: resumable twin polls-at-entry unwinds
        }
        """);
  }

  @Test
  void findsTasksAndCompiledSafepoints() throws IOException {
    check(
        """
        import io.leverage.*;
        import java.util.concurrent.Callable;
        class Task implements Callable<String> { //: task
          GlobalVariable<Integer> best;
          public String call() { //: resumable twin
            best.get();
            best.update(x -> x + 1); //: unwinds
            VirtualThread.checkpoint(); //: unwinds
            return VirtualThread.current().receive().sender(); //: unwinds
          }
        }
        class Trivial implements Runnable { //: task
          public void run() {} //: twin
        }
        abstract class Parent { public void run() { while (true) {} } } //: resumable twin EVERY_ITERATION
        class Child extends Parent implements Runnable {} //: task
        class Grandchild extends Child {}
        """);
  }

  @Test
  void doesNotCallTwinsFromPinnedPlaces() throws IOException {
    check(
        """
        class A {
          static void loop() { while (true) {} } //: resumable twin EVERY_ITERATION
          static synchronized void locked() { loop(); } //: resumable twin unwinds
          A() { loop(); }
          public static void main(String[] args) { //: resumable twin
            Runnable r = () -> loop();
            Runnable s = new Runnable() { public void run() { loop(); } }; //: unwinds
            synchronized (r) { loop(); for (;;) { break; } } //: unwinds EVERY_ITERATION
            locked(); //: unwinds
            new A();
            java.util.Comparator<A> c = new Order();
            c.compare(null, null); //: unwinds
            new Order().compare(null, null); //: unwinds
            loop(); //: unwinds
          }
        }
        class Order implements java.util.Comparator<A> {
          public int compare(A a, A b) { A.loop(); return 0; } //: resumable twin unwinds
        }
        """);
  }

  @Test
  void givesForwardingTwinsToLocalOverriders() throws IOException {
    check(
        """
        class A {
          void work() { while (true) {} } //: resumable twin EVERY_ITERATION
          public static void main(String[] args) { //: resumable twin
            A a = new A() {
              void work() {} //: twin
            };
            a.work(); //: unwinds
          }
        }
        """);
  }

  @Test
  void renamesTwinsThatOverloadResolutionCouldMistake() throws IOException {
    Path file = folder.resolve("A.java");
    Files.writeString(
        file,
        """
        class A {
          void plain(String s) {}
          void any(Object o) {}
          void any() {}
          <T> void generic(T t) {}
          <T extends Number> void bounded(T t) {}
          void rest(Object... o) {}
        }
        """);
    ParsedProgram program = SourceParser.parse(List.of(file), CLASS_PATH, 17);
    Plan plan = Analysis.of(program).plan();
    assertThat(program.files().get(0).unit().findAll(MethodDeclaration.class))
        .extracting(method -> plan.twinName((ExecutableElement) Attribution.of(method).element()))
        .containsExactly(
            "plain", "any$mobile", "any$mobile", "generic$mobile", "bounded", "rest$mobile");
  }

  @Test
  void followsCallsThroughTheJdksInterfaces() throws IOException {
    check(
        """
        import java.util.function.*;
        class A {
          public static void main(String[] args) { //: resumable twin
            Function<Integer, Integer> f = new Long();
            f.apply(args.length); //: unwinds
            IntSupplier quick = new Short();
            quick.getAsInt();
            f.andThen(f).apply(1); //: unwinds
          }
          static class Long implements Function<Integer, Integer> {
            public Integer apply(Integer x) { //: resumable twin
              while (x > 0) { x--; } //: EVERY_ITERATION
              return x;
            }
          }
          static class Short implements IntSupplier {
            public int getAsInt() { return 1; }
          }
        }
        """);
  }

  @Test
  void expandsOnlyLoopsThatMayMeetTheProgramsIterators() throws IOException {
    check(
        """
        import java.util.*;
        class A {
          public static void main(String[] args) { //: resumable twin
            for (int x : new Range()) {} //: EVERY_ITERATION unwinds:hasNext
            for (int x : List.of(1)) {} //: EVERY_ITERATION
            Iterable<Integer> any = new Range();
            for (int x : any) {} //: EVERY_ITERATION unwinds:hasNext
            for (int x : new int[3]) {} //: STRIP_MINED
            Iterator<Integer> i = any.iterator();
            i.hasNext(); //: unwinds
            synchronized (any) { for (int x : any) {} } //: EVERY_ITERATION unwinds:hasNext
          }
          static class Range implements Iterable<Integer> {
            public Iterator<Integer> iterator() { return new Walk(); }
          }
          static class Walk implements Iterator<Integer> {
            public boolean hasNext() { //: resumable twin
              while (true) {} //: EVERY_ITERATION
            }
            public Integer next() { return 1; }
          }
        }
        """);
  }

  @Test
  void warnsOfCallbacksOnlyWhereTheJdkIsHandedTheObject() throws IOException {
    String classes =
        """
        import java.util.*;
        class A {
          static class Slow implements Comparator<String> {
            public int compare(String a, String b) { while (a != b) {} return 0; }
          }
          static class Own implements Comparable<Own> {
            public int compareTo(Own o) { while (o != this) {} return 0; }
          }
          public static void main(String[] args) { %s }
        }
        """;
    assertThat(diagnostics(classes.replace("%s", "new Slow().compare(\"a\", \"b\");"))).isEmpty();
    assertThat(
            diagnostics(
                classes.replace(
                    "%s",
                    "Comparator<String> c = new Slow(); c.compare(\"a\", \"b\");"
                        + " List<Object> l = new ArrayList<>(); l.add(c); l.add(new Own());")))
        .isEmpty();
    assertThat(diagnostics(classes.replace("%s", "List.of(\"a\").sort(new Slow());")))
        .containsExactly("pinned-callback:4");
    assertThat(diagnostics(classes.replace("%s", "new Slow().reversed();")))
        .containsExactly("pinned-callback:4");
    assertThat(
            diagnostics(classes.replace("%s", "new TreeMap<Own, String>().put(new Own(), \"\");")))
        .containsExactly("pinned-callback:7");
  }

  private List<String> diagnostics(String source) throws IOException {
    return Analysis.of(parse(source)).diagnostics().stream()
        .map(each -> each.id() + ":" + each.line())
        .toList();
  }

  private void check(String source) throws IOException {
    ParsedProgram program = parse(source);
    Plan plan = Analysis.of(program).plan();
    SortedMap<Integer, SortedSet<String>> actual = new TreeMap<>();
    program.files().get(0).unit().walk(node -> describe(node, plan, actual));
    assertThat(actual).isEqualTo(expected(source));
  }

  private ParsedProgram parse(String source) throws IOException {
    Path file = folder.resolve("A.java");
    Files.writeString(file, source);
    ParsedProgram program = SourceParser.parse(List.of(file), CLASS_PATH, 17);
    assertThat(program.diagnostics()).isEmpty();
    return program;
  }

  private static SortedMap<Integer, SortedSet<String>> expected(String source) {
    SortedMap<Integer, SortedSet<String>> expected = new TreeMap<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int mark = lines.get(i).indexOf("//:");
      if (mark >= 0) {
        String tags = lines.get(i).substring(mark + 3).strip();
        expected.put(i + 1, new TreeSet<>(Arrays.asList(tags.split(" "))));
      }
    }
    return expected;
  }

  private static void describe(Node node, Plan plan, SortedMap<Integer, SortedSet<String>> actual) {
    if (node instanceof MethodDeclaration method) {
      ExecutableElement element = (ExecutableElement) Attribution.of(method).element();
      tag(actual, method.getName(), plan.isResumable(method), "resumable");
      tag(actual, method.getName(), plan.hasTwin(element), "twin");
      tag(actual, method.getName(), plan.pollsAtEntry(method), "polls-at-entry");
    } else if (node instanceof MethodCallExpr call) {
      boolean inResumable =
          Stream.iterate((Node) call, Objects::nonNull, n -> n.getParentNode().orElse(null))
              .anyMatch(n -> n instanceof MethodDeclaration method && plan.isResumable(method));
      tag(actual, call, inResumable && plan.isCheckpointable(call), "unwinds");
    } else if (node instanceof Statement && node.containsData(PollKind.KEY)) {
      tag(actual, node, true, node.getData(PollKind.KEY).name());
      if (node instanceof ForEachStmt) {
        plan.implicitCalls(node)
            .forEach(each -> tag(actual, node, true, "unwinds:" + each.getSimpleName()));
      }
    } else if (node.containsData(Attribution.KEY)
        && node instanceof TypeDeclaration
        && Attribution.of(node).element() instanceof TypeElement type) {
      tag(actual, node, plan.isTask(type), "task");
    }
  }

  private static void tag(
      SortedMap<Integer, SortedSet<String>> actual, Node node, boolean holds, String tag) {
    if (holds) {
      int line = node.getBegin().orElseThrow().line;
      actual.computeIfAbsent(line, key -> new TreeSet<>()).add(tag);
    }
  }
}
