package io.leverage.junit;

import io.leverage.RefusedException;
import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.MobileSpace;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs the tests that are marked {@link Mobile} in a {@link MobileSpace}, in place of JUnit, whose
 * frames would pin them: a fresh space for each test, with its own statics, in which the methods
 * that set up and tear down are called, too.
 */
final class MobileExtension implements InvocationInterceptor {
  private static final Namespace NAMESPACE = Namespace.create(MobileExtension.class);

  @Override
  public void interceptBeforeEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    skipIfMobile(invocation, context);
  }

  @Override
  public void interceptAfterEachMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    skipIfMobile(invocation, context);
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    invocation.skip();
    run(method, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    invocation.skip();
    run(method, context);
  }

  private static void skipIfMobile(Invocation<@Nullable Void> invocation, ExtensionContext context)
      throws Throwable {
    if (AnnotationSupport.isAnnotated(context.getElement(), Mobile.class)
        || AnnotationSupport.isAnnotated(context.getTestClass(), Mobile.class)) {
      invocation.skip();
    } else {
      invocation.proceed();
    }
  }

  private static void run(ReflectiveInvocationContext<Method> method, ExtensionContext context)
      throws Throwable {
    Mobile mobile = mobile(context);
    MobileSpace space = new MobileSpace(sources(context).classPath());
    MobileFixture fixture = new MobileFixture(space, context.getRequiredTestClass().getName());
    fixture.beforeAll();
    Ending ending;
    try {
      ending = fixture.run(new JupiterCall(method, space), captureAt(mobile));
    } finally {
      fixture.afterAll();
    }
    judge(ending, space, mobile);
  }

  private static void judge(Ending ending, MobileSpace space, Mobile mobile) throws Throwable {
    Throwable failure = ending.failure();
    if (failure != null) {
      if (ending.captures() > 0) {
        failure.addSuppressed(
            MobilityError.frozen(
                "the test was frozen and thawed "
                    + ending.captures()
                    + " times, the last time here",
                space.lastCaptured()));
      }
      throw failure;
    }
    List<RefusedException> refusals = space.takeRefusals();
    if (!refusals.isEmpty()) {
      throw new MobilityError(
          "the test could not be frozen: " + refusals.get(0).getMessage(), null);
    } else if (ending.captures() == 0) {
      throw new MobilityError(
          "the test was never frozen: it met "
              + ending.safepoints()
              + " safepoints, and is to be frozen at every "
              + mobile.every()
              + ". Lower `every`.",
          null);
    }
  }

  private static LongPredicate captureAt(Mobile mobile) {
    long[] left = {mobile.atMost()};
    return n -> n % mobile.every() == 0 && left[0]-- > 0;
  }

  private static Mobile mobile(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), Mobile.class)
        .or(() -> AnnotationSupport.findAnnotation(context.getTestClass(), Mobile.class))
        .orElseThrow();
  }

  private static PreprocessedSources sources(ExtensionContext context) throws IOException {
    String sources = context.getConfigurationParameter("leverage.sources").orElse("");
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(sources, PreprocessedSources::of, PreprocessedSources.class);
  }
}
