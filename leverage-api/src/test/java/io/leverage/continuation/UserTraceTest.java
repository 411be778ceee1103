package io.leverage.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class UserTraceTest {
  @Test
  void theRuntimesOwnFramesAreRemoved() {
    Throwable failure = new IllegalStateException("x");
    failure.setStackTrace(
        new StackTraceElement[] {
          at("app.Main", "depth"),
          at("app.Main", "depth"),
          at("app.Main", "base"),
          at("app.Main", "base"),
          at("io.leverage.continuation.Continuation", "resumeInt"),
          at("app.Main", "main"),
          at("io.leverage.runtime.internal.exec.ProgramRun", "run"),
          at("java.lang.Thread", "run"),
        });

    UserTrace.clean(failure, getClass().getClassLoader());

    assertThat(Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getMethodName))
        .containsExactly("depth", "depth", "base", "base", "main");
  }

  @Test
  void aConstructorIsCalledSoWhateverItBecame() {
    StackTraceElement[] trace = {
      at("app.Main", "trace"),
      at("app.Main$Box", "init$"),
      at("app.Main$Box", "new$app$Main$Box"),
      at("app.Main$Box", "init$2"),
      at("app.Main$Box", "<init>"),
      at("app.Main", "main"),
    };
    assertThat(UserTrace.of(trace))
        .extracting(StackTraceElement::getMethodName)
        .containsExactly("trace", "<init>", "<init>", "main");
  }

  @Test
  void whatTheProgramStartsItselfKeepsItsCallers() {
    StackTraceElement[] trace = {
      at("app.Main", "work"),
      at("java.util.concurrent.FutureTask", "run"),
      at("java.lang.Thread", "run"),
    };
    assertThat(UserTrace.of(trace)).isEqualTo(trace);
  }

  @Test
  void generatedFramesAreRemovedFromCausesToo() {
    Throwable cause = new IllegalStateException("cause");
    cause.setStackTrace(
        new StackTraceElement[] {
          at("app.Main", "deep"), at(Resumed.class.getName(), "resumeInt"), at("app.Main", "main")
        });
    assertThat(UserTrace.of(new RuntimeException(cause)).getCause().getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .containsExactly("deep", "main");
    assertThat(UserTrace.of((Throwable) null)).isNull();
  }

  /** As the preprocessor makes one for each method. */
  private abstract static class Resumed extends Frame {}

  private static StackTraceElement at(String type, String method) {
    return new StackTraceElement(type, method, "Main.java", 1);
  }
}
