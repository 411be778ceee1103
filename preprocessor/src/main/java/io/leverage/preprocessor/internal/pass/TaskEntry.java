package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithImplements;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.leverage.preprocessor.internal.analysis.Plan;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Lets a class whose objects are run by virtual threads implement {@code MobileTask}. */
final class TaskEntry {
  private final Source source;
  private final Plan plan;
  private final Elements elements;

  TaskEntry(Source source, Plan plan, Elements elements) {
    this.source = source;
    this.plan = plan;
    this.elements = elements;
  }

  // class T implements Callable<R> => class T implements Callable<R>, MobileTask { runMobile }
  void add(TypeDeclaration<?> type, TypeElement element) {
    ((NodeWithImplements<?>) type)
        .addImplementedType(
            (ClassOrInterfaceType) source.type("io.leverage.continuation.MobileTask"));
    ExecutableElement entry = entry(element);
    String call = plan.twinName(entry) + "(c$);";
    String body =
        entry.getReturnType().getKind() == TypeKind.VOID
            ? call + " return null;"
            : "return " + call;
    type.addMember(
        source.member(
            Suppression.TEXT
                + "public Object runMobile("
                + "io.leverage.continuation.Continuation c$) throws Throwable { "
                + body
                + " }"));
  }

  private ExecutableElement entry(TypeElement type) {
    for (String name : new String[] {"call", "run"}) {
      for (ExecutableElement each : ElementFilter.methodsIn(elements.getAllMembers(type))) {
        if (each.getSimpleName().contentEquals(name)
            && each.getParameters().isEmpty()
            && plan.hasTwin(each)) {
          return each;
        }
      }
    }
    throw new IllegalStateException("a task without call() or run(): " + type);
  }
}
