package io.leverage.preprocessor.internal.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs do the same wherever they are captured. */
class TransformationTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void doesTheSameWhereverItIsCaptured(String name, String program) throws Exception {
    assertThat(new CaptureDriver(folder).check(program)).isPositive();
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> programs() throws Exception {
    return Programs.all().entrySet().stream()
        .map(
            each -> org.junit.jupiter.params.provider.Arguments.of(each.getKey(), each.getValue()));
  }
}
