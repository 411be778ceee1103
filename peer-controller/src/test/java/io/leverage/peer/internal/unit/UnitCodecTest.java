package io.leverage.peer.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnitCodecTest {
  static Stream<Class<?>> vocabulary() {
    return Stream.of(UnitMessage.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("vocabulary")
  void every_message_comes_back_as_it_was(Class<?> type) throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      UnitMessage message = (UnitMessage) random(type, random);

      UnitMessage back = UnitCodec.decode(UnitCodec.encode(message));

      assertThat(back).usingRecursiveComparison().isEqualTo(message);
    }
  }

  @ParameterizedTest
  @MethodSource("vocabulary")
  void cut_or_changed_bytes_are_refused_or_another_message(Class<?> type) throws Exception {
    Random random = new Random(8);
    byte[] bytes = UnitCodec.encode((UnitMessage) random(type, random));
    for (int i = 0; i < bytes.length; i++) {
      byte[] cut = Arrays.copyOf(bytes, i);
      assertThatThrownBy(() -> UnitCodec.decode(cut)).isInstanceOf(MalformedUnitException.class);

      byte[] changed = bytes.clone();
      changed[i] ^= (byte) (1 << random.nextInt(8));
      try {
        UnitCodec.decode(changed);
      } catch (MalformedUnitException e) {
        // The other of the two that may happen.
        assertThat(e).hasMessageMatching("(?s).+");
      }
    }
  }

  @Test
  void a_size_that_is_not_there_takes_no_memory() {
    UnitOutput out = new UnitOutput();
    out.number(indexOf(UnitMessage.Hello.class));
    out.flag(true);
    out.number(Integer.MAX_VALUE);

    assertThatThrownBy(() -> UnitCodec.decode(out.toBytes()))
        .isInstanceOf(MalformedUnitException.class)
        .hasMessageContaining("2147483647");
  }

  @Test
  void a_list_from_the_wire_cannot_be_changed() {
    UnitMessage.OfferAssemblies offer =
        (UnitMessage.OfferAssemblies)
            UnitCodec.decode(
                UnitCodec.encode(
                    new UnitMessage.OfferAssemblies(new ArrayList<>(List.of("a", "b")))));

    assertThat(offer.hashes()).containsExactly("a", "b");
    assertThatThrownBy(() -> offer.hashes().add("c"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static int indexOf(Class<?> type) {
    return vocabulary().map(Class::getName).sorted().toList().indexOf(type.getName());
  }

  private static Object random(Type type, Random random) throws Exception {
    if (type == String.class) {
      return random.nextInt(4) == 0 ? "" : "text \u00e4 \uD83D\uDE00 " + random.nextLong();
    } else if (type == int.class) {
      return random.nextInt();
    } else if (type == long.class) {
      return random.nextBoolean() ? random.nextLong() : random.nextInt(100);
    } else if (type == double.class) {
      return random.nextGaussian();
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type == byte[].class) {
      if (random.nextInt(4) == 0) {
        return null;
      }
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      return bytes;
    } else if (type instanceof ParameterizedType list) {
      List<Object> elements = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        elements.add(random(list.getActualTypeArguments()[0], random));
      }
      return elements;
    }
    Class<?> c = (Class<?>) type;
    if (c.isEnum()) {
      return c.getEnumConstants()[random.nextInt(c.getEnumConstants().length)];
    }
    List<Object> values = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : c.getRecordComponents()) {
      values.add(random(component.getGenericType(), random));
      types.add(component.getType());
    }
    return c.getDeclaredConstructor(types.toArray(Class<?>[]::new)).newInstance(values.toArray());
  }
}
