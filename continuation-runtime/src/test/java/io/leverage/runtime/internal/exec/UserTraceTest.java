package io.leverage.runtime.internal.exec;

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

    UserTrace.of(getClass().getClassLoader()).clean(failure);

    assertThat(Arrays.stream(failure.getStackTrace()).map(StackTraceElement::getMethodName))
        .containsExactly("depth", "depth", "base", "base", "main");
  }

  private static StackTraceElement at(String type, String method) {
    return new StackTraceElement(type, method, "Main.java", 1);
  }
}
