package io.leverage.preprocessor.internal.output;

import com.github.javaparser.ast.Node;
import io.leverage.preprocessor.UsageException;
import io.leverage.preprocessor.internal.parse.Attribution;
import io.leverage.preprocessor.internal.parse.ParsedFile;
import io.leverage.preprocessor.internal.parse.ParsedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/**
 * The list of the types that a program declares or uses, the JDK's and the API's aside. It lies
 * beside the classes, and closes what a checkpoint may name.
 */
public final class ProgramTypes {
  /** Where the list lies in a folder or jar of classes. */
  public static final Path PLACE = Path.of("META-INF", "leverage", "classes");

  private final SortedSet<String> names = new TreeSet<>();

  private ProgramTypes() {}

  /**
   * Collects the types of a program; only before it is transformed all its nodes are attributed.
   */
  public static ProgramTypes of(ParsedProgram program) {
    ProgramTypes types = new ProgramTypes();
    for (ParsedFile file : program.files()) {
      file.unit().walk(types::add);
    }
    return types;
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

  /** Writes the list into a folder. */
  public void write(Path folder) {
    Path file = folder.resolve(PLACE);
    List<String> lines = List.copyOf(names);
    try {
      if (!Files.exists(file) || !Files.readAllLines(file).equals(lines)) {
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
      }
    } catch (IOException e) {
      throw new UsageException("can't write " + file + ": " + e);
    }
  }
}
