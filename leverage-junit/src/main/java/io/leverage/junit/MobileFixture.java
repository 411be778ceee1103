package io.leverage.junit;

import io.leverage.runtime.MobileProgram;
import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.MobileSpace;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs test methods of one class with what JUnit runs around them: a fresh object each, and the
 * methods that set up and tear down. It calls them itself, because the frames of a test framework
 * would pin the test.
 *
 * <p>What runs around the test is called as it is; only the test is frozen and thawed.
 */
public final class MobileFixture {
  private final MobileSpace space;
  private final String testClass;

  /**
   * Creates a fixture.
   *
   * @param space has the preprocessed test class
   * @param testClass its binary name
   */
  public MobileFixture(MobileSpace space, String testClass) {
    this.space = space;
    this.testClass = testClass;
  }

  /**
   * Gets the test class, as it is now.
   *
   * @return the class in the loader that the space is in
   */
  public Class<?> type() {
    try {
      return Class.forName(testClass, true, space.loader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          testClass + " was not preprocessed: its source must be among the sources", e);
    }
  }

  /** Runs the methods that set up the class. */
  public void beforeAll() throws Throwable {
    around(FixtureMethods.BEFORE_ALL, type());
  }

  /** Runs the methods that tear down the class. */
  public void afterAll() throws Throwable {
    around(FixtureMethods.AFTER_ALL, type());
  }

  /**
   * Runs one test with its fixture.
   *
   * @param test gives the test
   * @param captureAt whether to capture at the n-th safepoint, counted from 1
   * @return how it ended; a failure to set up or tear down is its failure, too
   */
  public Ending run(TestCall test, LongPredicate captureAt) throws InterruptedException {
    Ending ending = null;
    Throwable failure = null;
    try {
      space.setReceiver(null);
      Object made = test.object(type());
      space.setReceiver(made == null ? instance(type(), test.constructorArguments(type())) : made);
      test.prepare(space.receiver());
      around(FixtureMethods.BEFORE_EACH, typeOfTest());
      Method method = test.find(typeOfTest());
      ending = space.call(method, captureAt, arguments(method, test.arguments(type())));
      failure = ending.failure();
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable t) {
      failure = t;
    }
    try {
      around(FixtureMethods.AFTER_EACH, typeOfTest());
    } catch (Throwable t) {
      failure = failure == null ? t : failure;
    }
    return ending == null
        ? new Ending(failure, 0, 0, 0)
        : new Ending(failure, ending.safepoints(), ending.captures(), ending.largest());
  }

  private @Nullable Object[] arguments(Method method, List<? extends @Nullable Object> given) {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    @Nullable Object[] all = new @Nullable Object[given.size() + (isStatic ? 0 : 1)];
    if (!isStatic) {
      all[0] = space.receiver();
    }
    for (int i = 0; i < given.size(); i++) {
      all[all.length - given.size() + i] = given.get(i);
    }
    return all;
  }

  private Class<?> typeOfTest() {
    Object receiver = space.receiver();
    return receiver == null ? type() : receiver.getClass();
  }

  private void around(FixtureMethods which, Class<?> type) throws Throwable {
    Object receiver = space.receiver();
    for (Method method : which.of(type)) {
      method.setAccessible(true);
      boolean isStatic = Modifier.isStatic(method.getModifiers());
      Ending ending =
          space.call(
              method,
              MobileProgram.NEVER,
              isStatic ? new Object[0] : new @Nullable Object[] {receiver});
      if (ending.failure() != null) {
        throw ending.failure();
      }
    }
  }

  private static Object instance(Class<?> type, List<? extends @Nullable Object> arguments)
      throws Throwable {
    try {
      if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
        Object outer = instance(type.getDeclaringClass(), List.of());
        return constructor(type, 1).newInstance(outer);
      }
      return constructor(type, arguments.size()).newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Constructor<?> constructor(Class<?> type, int parameters)
      throws NoSuchMethodException {
    for (Constructor<?> each : type.getDeclaredConstructors()) {
      if (each.getParameterCount() == parameters) {
        each.setAccessible(true);
        return each;
      }
    }
    throw new NoSuchMethodException(
        type.getName() + " has no constructor with " + parameters + " parameters");
  }
}
