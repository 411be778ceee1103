package io.leverage.preprocessor.internal.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The table of the JDK's interfaces that have a mobile twin in {@code
 * io.leverage.continuation.twin}: {@code X} has {@code MobileX}.
 */
public final class JdkTwins {
  /** What the name of a twin of a method of the table ends with. */
  public static final String SUFFIX = "$mobile";

  /** The twin of {@code Iterator}. */
  public static final String ITERATOR = "io.leverage.continuation.twin.MobileIterator";

  private static final String PACKAGE = "io.leverage.continuation.twin";
  private static final String PREFIX = "Mobile";

  /**
   * A method of the table.
   *
   * @param method the method as the JDK declares it
   * @param original the interface that declares it
   * @param mobile the interface's twin
   */
  public record JdkTwin(ExecutableElement method, TypeElement original, TypeElement mobile) {
    /** The name of the instance method that transformed bodies override. */
    public String twinName() {
      return method.getSimpleName() + SUFFIX;
    }

    /** The static method that a transformed call goes through, with its class. */
    public String helper() {
      return mobile.getQualifiedName() + "." + method.getSimpleName();
    }
  }

  private final Types types;
  private final Elements elements;
  private final Map<ExecutableElement, JdkTwin> methods = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Map<TypeElement, TypeElement> mobiles = new HashMap<>();

  /** Reads the table from the API on the class path; it is empty where there is none. */
  public JdkTwins(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
    PackageElement twins = elements.getPackageElement(PACKAGE);
    if (twins != null) {
      for (TypeElement mobile : ElementFilter.typesIn(twins.getEnclosedElements())) {
        if (mobile.getKind() == ElementKind.INTERFACE) {
          add(mobile);
        }
      }
    }
  }

  // interface MobileX extends X, ...: the first is the original
  private void add(TypeElement mobile) {
    TypeElement original = (TypeElement) ((DeclaredType) mobile.getInterfaces().get(0)).asElement();
    mobiles.put(original, mobile);
    for (ExecutableElement twin : ElementFilter.methodsIn(mobile.getEnclosedElements())) {
      if (twin.getModifiers().contains(Modifier.STATIC)) {
        ExecutableElement method = original(original, twin);
        names.add(method.getSimpleName().toString());
        methods.put(method, new JdkTwin(method, original, mobile));
      }
    }
  }

  private static ExecutableElement original(TypeElement original, ExecutableElement helper) {
    return ElementFilter.methodsIn(original.getEnclosedElements()).stream()
        .filter(each -> each.getSimpleName().equals(helper.getSimpleName()))
        .filter(each -> each.getParameters().size() == helper.getParameters().size() - 2)
        .filter(each -> !each.getModifiers().contains(Modifier.STATIC))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(helper + " is a helper of no method"));
  }

  /** Gets an interface's twin; null if it has none. */
  public @Nullable TypeElement mobile(TypeElement type) {
    return mobiles.get(type);
  }

  /** Tells whether methods of a name are in the table: their twins' names end with the suffix. */
  public boolean hasName(CharSequence name) {
    return names.contains(name.toString());
  }

  /**
   * Finds what a call of a method goes through: the entry of the table that it is, or that it
   * overrides, of the nearest interface whose twin throws no more than the method.
   *
   * @param method any method
   * @return its entry; null if it has none
   */
  public @Nullable JdkTwin of(ExecutableElement method) {
    JdkTwin own = methods.get(method);
    return own != null || !(method.getEnclosingElement() instanceof TypeElement owner)
        ? own
        : overridden(method, owner).stream()
            .filter(each -> throwsNoMore(each.method(), method))
            .findFirst()
            .orElse(null);
  }

  /**
   * Lists the entries that a method overrides in a class.
   *
   * @param method a method that is declared or inherited by the class
   * @param owner the class
   */
  List<JdkTwin> overridden(ExecutableElement method, TypeElement owner) {
    if (method.getModifiers().contains(Modifier.STATIC) || !hasName(method.getSimpleName())) {
      return List.of();
    }
    List<JdkTwin> found = new ArrayList<>();
    for (TypeElement type : hierarchy(owner)) {
      for (ExecutableElement each : ElementFilter.methodsIn(type.getEnclosedElements())) {
        JdkTwin twin = methods.get(each);
        if (twin != null && elements.overrides(method, each, owner)) {
          found.add(twin);
        }
      }
    }
    return found;
  }

  private boolean throwsNoMore(ExecutableElement one, ExecutableElement other) {
    return one.getThrownTypes().stream()
        .allMatch(
            each ->
                other.getThrownTypes().stream()
                    .anyMatch(allowed -> types.isSubtype(each, allowed)));
  }

  private Set<TypeElement> hierarchy(TypeElement type) {
    Set<TypeElement> all = new LinkedHashSet<>();
    collect(type.asType(), all);
    return all;
  }

  private void collect(TypeMirror type, Set<TypeElement> all) {
    if (type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && all.add(element)) {
      types.directSupertypes(type).forEach(each -> collect(each, all));
    }
  }
}
