package io.leverage.preprocessor.internal.pass;

import java.util.List;
import java.util.Locale;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Writes types as source text. What can't be written is projected upwards: a captured wildcard to
 * its bound, an anonymous class to what it extends, an intersection to its first part that is not
 * of the JDK, or its first.
 */
public final class TypeNames {
  private static final int MAX_DEPTH = 6;

  private final Types types;
  private final LiftedTypes lifted;

  /** Creates the writer. */
  TypeNames(Types types, LiftedTypes lifted) {
    this.types = types;
    this.lifted = lifted;
  }

  /** Writes a type. */
  public String text(TypeMirror type) {
    return text(type, 0);
  }

  /** Writes a type's erasure. */
  public String erased(TypeMirror type) {
    TypeMirror erased = types.erasure(denotable(type));
    TypeMirror element = erased;
    String suffix = "";
    while (element instanceof ArrayType array) {
      element = array.getComponentType();
      suffix += "[]";
    }
    LiftedTypes.Lifted member = lifted.of(element);
    return member == null
        ? text(erased)
        : member.qualified() + "." + ((DeclaredType) element).asElement().getSimpleName() + suffix;
  }

  /** Tells whether a type's objects can be thrown. */
  boolean isThrowable(TypeMirror type) {
    TypeMirror each = type;
    while (each instanceof DeclaredType declared && each.getKind() == TypeKind.DECLARED) {
      if (each.toString().equals("java.lang.Throwable")) {
        return true;
      }
      each = ((TypeElement) declared.asElement()).getSuperclass();
    }
    return false;
  }

  /** Gets the type that stands for one that can't be written. */
  TypeMirror denotable(TypeMirror type) {
    return switch (type.getKind()) {
      case UNION -> commonSuperclass(((UnionType) type).getAlternatives());
      case INTERSECTION -> telling(((IntersectionType) type).getBounds());
      case TYPEVAR -> isCaptured(type) ? denotable(((TypeVariable) type).getUpperBound()) : type;
      case DECLARED -> isAnonymous(type) ? superType((DeclaredType) type) : type;
      default -> type;
    };
  }

  // Record & Shape => Shape: what the records of a program have in common is rarely Record
  private static TypeMirror telling(List<? extends TypeMirror> parts) {
    for (TypeMirror part : parts) {
      if (part instanceof DeclaredType declared
          && !((TypeElement) declared.asElement())
              .getQualifiedName()
              .toString()
              .startsWith("java.")) {
        return part;
      }
    }
    return parts.get(0);
  }

  private String text(TypeMirror type, int depth) {
    return switch (type.getKind()) {
      case ARRAY -> text(((ArrayType) type).getComponentType(), depth) + "[]";
      case DECLARED ->
          isAnonymous(type)
              ? text(superType((DeclaredType) type), depth)
              : declared((DeclaredType) type, depth);
      case TYPEVAR ->
          isCaptured(type)
              ? text(((TypeVariable) type).getUpperBound(), depth + 1)
              : ((TypeVariable) type).asElement().getSimpleName().toString();
      case INTERSECTION, UNION -> text(denotable(type), depth);
      case NULL, NONE, OTHER, ERROR -> "java.lang.Object";
      default -> type.getKind().name().toLowerCase(Locale.ROOT);
    };
  }

  private String declared(DeclaredType type, int depth) {
    TypeElement element = (TypeElement) type.asElement();
    TypeMirror outer = type.getEnclosingType();
    LiftedTypes.Lifted member = lifted.of(element);
    String name;
    if (member != null) {
      name = member.qualifier() + "." + element.getSimpleName();
    } else if (outer.getKind() == TypeKind.DECLARED
        && !((DeclaredType) outer).getTypeArguments().isEmpty()) {
      name = text(outer, depth) + "." + element.getSimpleName();
    } else {
      name = element.getQualifiedName().toString();
    }
    if (name.isEmpty()) {
      name = element.getSimpleName().toString();
    }
    if (type.getTypeArguments().isEmpty() || depth > MAX_DEPTH) {
      return name;
    }
    StringBuilder text = new StringBuilder(name).append('<');
    String separator = "";
    for (TypeMirror argument : type.getTypeArguments()) {
      text.append(separator).append(argument(argument, depth + 1));
      separator = ", ";
    }
    return text.append('>').toString();
  }

  private String argument(TypeMirror type, int depth) {
    if (depth > MAX_DEPTH) {
      return "?";
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard.getExtendsBound(), wildcard.getSuperBound(), depth);
    }
    if (isCaptured(type)) {
      TypeVariable variable = (TypeVariable) type;
      TypeMirror lower = variable.getLowerBound();
      return lower.getKind() == TypeKind.NULL
          ? wildcard(variable.getUpperBound(), null, depth)
          : wildcard(null, lower, depth);
    }
    return isDenotable(type, depth) ? text(type, depth) : "? extends " + text(type, depth);
  }

  /** Tells whether a type can be written as it is. */
  static boolean isDenotable(TypeMirror type) {
    return isDenotable(type, 0);
  }

  // Set<Map.Entry<capture, capture>> => Set<? extends Map.Entry<?, ?>>, as JLS 4.10.5 has it
  private static boolean isDenotable(TypeMirror type, int depth) {
    if (depth > MAX_DEPTH) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return isDenotable(array.getComponentType(), depth);
    }
    if (type.getKind() == TypeKind.INTERSECTION || isAnonymous(type) || isCaptured(type)) {
      return false;
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() == null
              || isDenotable(wildcard.getExtendsBound(), depth + 1))
          && (wildcard.getSuperBound() == null || isDenotable(wildcard.getSuperBound(), depth + 1));
    }
    return !(type instanceof DeclaredType declared)
        || declared.getTypeArguments().stream()
            .allMatch(argument -> isDenotable(argument, depth + 1));
  }

  private String wildcard(@Nullable TypeMirror upper, @Nullable TypeMirror lower, int depth) {
    if (lower != null) {
      return isDenotable(lower, depth) ? "? super " + text(lower, depth) : "?";
    }
    if (upper == null || text(upper, depth).equals("java.lang.Object")) {
      return "?";
    }
    return "? extends " + text(upper, depth);
  }

  private TypeMirror commonSuperclass(List<? extends TypeMirror> alternatives) {
    TypeMirror candidate = alternatives.get(0);
    while (true) {
      TypeMirror tried = candidate;
      if (alternatives.stream().allMatch(each -> types.isSubtype(each, tried))) {
        return candidate;
      }
      candidate = types.directSupertypes(candidate).get(0);
    }
  }

  private static TypeMirror superType(DeclaredType anonymous) {
    TypeElement element = (TypeElement) anonymous.asElement();
    return element.getInterfaces().isEmpty()
        ? element.getSuperclass()
        : element.getInterfaces().get(0);
  }

  /** Tells whether a type is that of an anonymous class. */
  static boolean isAnonymous(@Nullable TypeMirror type) {
    return type instanceof DeclaredType declared
        && type.getKind() == TypeKind.DECLARED
        && declared.asElement().getSimpleName().isEmpty();
  }

  /**
   * Gets the bound of a captured wildcard, which is what javac infers from it; others as they are.
   */
  static @Nullable TypeMirror bound(@Nullable TypeMirror type) {
    TypeMirror each = type;
    while (each instanceof TypeVariable variable && isCaptured(each)) {
      each = variable.getUpperBound();
    }
    return each;
  }

  static boolean isCaptured(TypeMirror type) {
    return type instanceof TypeVariable variable
        && !Character.isJavaIdentifierStart(
            variable.asElement().getSimpleName().toString().charAt(0));
  }
}
