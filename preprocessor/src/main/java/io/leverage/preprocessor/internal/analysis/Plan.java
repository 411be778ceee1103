package io.leverage.preprocessor.internal.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis decided about the whole program: which methods are made resumable, and which
 * calls can unwind. Immutable.
 */
public interface Plan {
  /**
   * Tells whether a method of the sources gets a twin with a leading {@code Continuation}, because
   * it or an override of it can reach a safepoint from an entry point.
   */
  boolean hasTwin(ExecutableElement method);

  /**
   * Tells whether a declared method's own body is to be made resumable. If a method has a twin but
   * its body is not resumable (it is abstract, native, or can't reach a safepoint itself), the twin
   * only forwards to the original.
   */
  boolean isResumable(MethodDeclaration method);

  /** Tells the same by what javac knows of the method. */
  boolean isResumable(ExecutableElement method);

  /**
   * Tells whether a call, as it stands at its place in a resumable method or lambda, goes to a
   * twin: its callee has one and the call is not in a pinned region (a lambda that is not
   * resumable, a local class that stays one). So does the creation of an object whose constructor
   * is resumable.
   *
   * @param call a method call or a creation
   */
  boolean isCheckpointable(Expression call);

  /**
   * Tells whether a creation initialises a class whose static code could tell that the arguments
   * were evaluated before it was run.
   */
  boolean initialisesNoticeably(ObjectCreationExpr creation);

  /**
   * Tells whether a resumable method polls when it is entered: each recursive cycle has one that
   * does.
   */
  boolean pollsAtEntry(MethodDeclaration method);

  /**
   * Tells whether a class is a task that a virtual thread can be started from: its objects have a
   * {@code call} of {@code Callable} or a {@code run} of {@code Runnable}, which may be inherited,
   * and its superclass isn't such a task already. Like every entry point, that method has a twin,
   * even if it reaches no safepoint.
   */
  boolean isTask(TypeElement type);

  /**
   * Lists methods whose twins a type inherits from unrelated interfaces, so that it must say which
   * it means: the methods of each such group.
   */
  List<List<ExecutableElement>> clashes(TypeElement type);

  /**
   * Tells whether an interface gets a mobile form, of which its resumable lambdas are: there its
   * method with a leading {@code Continuation} is the abstract one.
   *
   * @return its abstract method, if it does
   */
  Optional<ExecutableElement> mobileForm(TypeElement type);

  /**
   * Tells which twin {@code MobileX<..>} an anonymous class {@code new X<..>() { }} must implement
   * instead, if it must.
   */
  Optional<TypeMirror> mobileAnonymous(ObjectCreationExpr creation);

  /**
   * Lists the twins {@code MobileX<..>} of the JDK's interfaces that a type must implement, or an
   * interface extend, because a method that it declares or inherits has a twin and overrides one of
   * {@code X<..>}, and because none of its supertypes does so already.
   */
  List<TypeMirror> mobileInterfaces(TypeElement type);

  /**
   * Lists the methods that a for-each loop, or the resource of a {@code try} statement, calls
   * without naming them, as far as they are checkpointable calls at its place.
   */
  List<ExecutableElement> implicitCalls(Node node);

  /**
   * Gets the static method that a checkpointable call of a method of the JDK goes through; null if
   * calls of the method go straight to its twin.
   */
  @Nullable String helper(ExecutableElement callee);

  /**
   * Gets the name of a method's twin: the method's own, unless an overload could be mistaken; of a
   * constructor's, that of the static method that makes the object.
   */
  String twinName(ExecutableElement method);
}
