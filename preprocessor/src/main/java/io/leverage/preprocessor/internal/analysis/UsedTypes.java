package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import io.leverage.preprocessor.internal.parse.Attribution;
import io.leverage.preprocessor.internal.parse.ParsedFile;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The types that a program declares or uses, the JDK's and the API's for generated code aside. */
public final class UsedTypes {
  private final SortedSet<String> names = new TreeSet<>();

  private UsedTypes() {}

  /**
   * Collects the names of the top-level types.
   *
   * @param program a program that isn't transformed yet: all its nodes are attributed
   * @return the names, sorted
   */
  public static List<String> of(ParsedProgram program) {
    UsedTypes types = new UsedTypes();
    for (ParsedFile file : program.files()) {
      file.unit().walk(types::add);
    }
    return List.copyOf(types.names);
  }

  private void add(Node node) {
    if (node.containsData(Attribution.KEY)) {
      Attribution attribution = node.getData(Attribution.KEY);
      add(attribution.type());
      add(attribution.element());
    }
  }

  private void add(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      add(array.getComponentType());
    } else if (type instanceof DeclaredType declared) {
      add(declared.asElement());
    }
  }

  private void add(@Nullable Element element) {
    Element top = element;
    while (top != null && !(top.getEnclosingElement() instanceof PackageElement)) {
      top = top.getEnclosingElement();
    }
    if (top instanceof TypeElement type) {
      String name = type.getQualifiedName().toString();
      if (!name.startsWith("java.") && !name.startsWith("io.leverage.continuation.")) {
        names.add(name);
      }
    }
  }
}
