package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EmptyStackException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exceptions keep their causes, traces and fields. */
class StateCodecExceptionsTest {
  private static final ClassLoader LOADER = StateCodecExceptionsTest.class.getClassLoader();

  static class Failure extends Exception {
    private static final long serialVersionUID = 1L;
    final transient StateCodecTest.Node at;
    final int code;

    Failure(String message, Throwable cause, StateCodecTest.Node at, int code) {
      super(message, cause);
      this.at = at;
      this.code = code;
    }

    @Override
    public String getMessage() {
      return "failure: " + super.getMessage();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T value) {
    StateCodec codec = new StateCodec(LOADER);
    return (T) codec.read(codec.write(value));
  }

  @SuppressWarnings("unchecked")
  private static <T> T copyNear(T value) {
    StateCodec near = StateCodec.inProcess(LOADER, new ArrayList<>(), (field, object) -> {});
    return (T) near.read(near.write(value));
  }

  @Test
  void restoresExceptions() {
    StateCodecTest.Node node = new StateCodecTest.Node("n");
    Failure failure = new Failure("why", new IllegalStateException("cause"), node, 3);
    failure.addSuppressed(new ArithmeticException("/ by zero"));
    Object[] restored = copy(new Object[] {failure, node, failure.getCause()});
    Failure copied = (Failure) restored[0];
    assertThat(copyNear(failure).at.name).isEqualTo("n");
    assertThat(copied).hasMessage("failure: why");
    assertThat(copied.code).isEqualTo(3);
    assertThat(copied.at).isNull();
    assertThat(copied.getCause()).isSameAs(restored[2]).hasMessage("cause");
    assertThat(copied.getSuppressed()).hasSize(1);
    assertThat(Arrays.toString(copied.getStackTrace()))
        .isEqualTo(Arrays.toString(failure.getStackTrace()));
    Exception open = copy(new Exception("open"));
    open.initCause(failure);
    assertThat(open).hasCause(failure);
    for (RuntimeException jdk :
        List.of(
            new NullPointerException("x"),
            new ArrayIndexOutOfBoundsException(4),
            new EmptyStackException(),
            new NumberFormatException("n"))) {
      assertThat(copy(jdk)).hasMessage(jdk.getMessage()).hasSameClassAs(jdk);
    }
  }
}
