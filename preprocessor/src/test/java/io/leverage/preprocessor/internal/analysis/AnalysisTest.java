package io.leverage.preprocessor.internal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.MethodDeclaration;
import io.leverage.preprocessor.internal.parse.Attribution;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import java.io.IOException;
import javax.lang.model.element.ExecutableElement;
import org.junit.jupiter.api.Test;

/** Which methods the analysis makes resumable, and which calls can unwind. */
class AnalysisTest extends MarkedSources {
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
    ParsedProgram program =
        parse(
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

  @Test
  void warnsOfLambdasThatAreStoredBeforeALibraryGetsThem() throws IOException {
    String method =
        """
        import io.leverage.VirtualThread;
        import java.util.*;
        import java.util.function.*;
        class A {
          static void slow(String s) { while (s != null) {} }
          static void stop(String s) { VirtualThread.checkpoint(); }
          static void own(Consumer<String> c) { c.accept(""); }
          public static void main(String[] args) {
            %s
          }
        }
        """;
    assertThat(diagnostics(method.replace("%s", "Consumer<String> c = A::slow; c.accept(null);")))
        .isEmpty();
    assertThat(diagnostics(method.replace("%s", "Consumer<String> c = s -> slow(s); own(c);")))
        .isEmpty();
    assertThat(
            diagnostics(
                method.replace("%s", "Consumer<String> c = A::slow; List.of(\"\").forEach(c);")))
        .containsExactly("pinned-method-reference:9");
    assertThat(
            diagnostics(
                method.replace(
                    "%s",
                    "Consumer<String> c; c = (s -> slow(s)); own(c);"
                        + " List.of(\"\").forEach(args == null ? null : c);")))
        .containsExactly("pinned-lambda:9");
    assertThat(
            diagnostics(
                method.replace(
                    "%s", "Consumer<String> c = s -> stop(s); List.of(\"\").forEach(c);")))
        .containsExactly("blocking-while-pinned:9");
    assertThat(
            diagnostics(
                method.replace(
                    "%s",
                    "Consumer<String> c = s -> stop(s); own(c); c = s -> {};"
                        + " List.of(\"\").forEach(c);")))
        .containsExactly("pinned-lambda:9");
  }

  @Test
  void findsCallsOfToStringInConcatenations() throws IOException {
    check(
        """
        class A {
          public static void main(String[] args) { //: resumable twin
            Slow slow = new Slow();
            String s = "" + slow; //: unwinds:toString
            s += 1 + "a" + new Quick();
            s += args == null ? slow : null; //: unwinds:toString
            Object any = slow;
            s += any;
            int i = 1;
            i += 2;
          }
          static class Slow {
            @Override public String toString() { //: resumable twin
              while (true) {} //: EVERY_ITERATION
            }
          }
          static class Quick {
            @Override public String toString() { return "quick"; }
          }
        }
        """);
  }

  @Test
  void warnsOfTextsThatWait() throws IOException {
    String program =
        """
        class A {
          public static void main(String[] args) { System.out.println(new Text()); }
          static class Text {
            @Override public String toString() { %s return ""; }
          }
        }
        """;
    assertThat(diagnostics(program.replace("%s", "while (hashCode() != 0) {}"))).isEmpty();
    assertThat(diagnostics(program.replace("%s", "io.leverage.VirtualThread.checkpoint();")))
        .containsExactly("pinned-callback:4");
  }
}
