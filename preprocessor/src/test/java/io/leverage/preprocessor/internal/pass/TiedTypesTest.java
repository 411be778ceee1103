package io.leverage.preprocessor.internal.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import io.leverage.runtime.StateCodec;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objenesis.ObjenesisStd;

/** The compiler warns of what the codec refuses. */
class TiedTypesTest {
  private final StateCodec codec = new StateCodec(TiedTypesTest.class.getClassLoader());

  static Stream<String> classes() {
    return TiedTypes.names().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("classes")
  void isRefusedByTheCodec(String name) throws ClassNotFoundException {
    Class<?> type = Class.forName(name);
    if (!Modifier.isAbstract(type.getModifiers())) {
      Object object = new ObjenesisStd().newInstance(type);
      assertThatThrownBy(() -> codec.write(object)).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void streamsOfElementsAreRefused() {
    for (Object each : List.of(Stream.of(1), IntStream.of(2), List.of(3).spliterator())) {
      assertThatThrownBy(() -> codec.write(each)).isInstanceOf(RefusedException.class);
    }
    assertThat(codec.read(codec.write("still works"))).isEqualTo("still works");
  }
}
