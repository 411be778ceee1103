package io.leverage.preprocessor.internal.pass;

import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The local types of a file that became members, and how they are named now. */
final class LiftedTypes {
  /**
   * A lifted type.
   *
   * @param holder the name of the generated class that it is a member of
   * @param qualified the holder's name with the names of the classes around it
   * @param parameters the holder's type parameters as arguments, such as {@code <T>}, or empty
   * @param isStatic whether its objects need no holder
   */
  record Lifted(String holder, String qualified, String parameters, boolean isStatic) {
    /** The holder as the qualifier of the type's name. */
    String qualifier() {
      return isStatic ? qualified : holder + parameters;
    }
  }

  private final Map<TypeElement, Lifted> types = new HashMap<>();

  void add(TypeElement type, Lifted lifted) {
    types.put(type, lifted);
  }

  @Nullable Lifted of(@Nullable TypeMirror type) {
    return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement e
        ? types.get(e)
        : null;
  }

  @Nullable Lifted of(TypeElement type) {
    return types.get(type);
  }

  /** Puts the name of the holder before a type's. */
  // L<A> => H<T>.L<A>
  static void qualify(ClassOrInterfaceType type, String qualifier, Source source) {
    type.setScope((ClassOrInterfaceType) source.type(qualifier));
  }
}
