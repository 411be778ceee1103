package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Boxed numbers are the objects that they were to each other. */
class StateCodecBoxesTest {
  private final StateCodec codec = new StateCodec(StateCodecBoxesTest.class.getClassLoader());

  @SuppressWarnings("unchecked")
  private <T> T copy(T value) {
    return (T) codec.read(codec.write(value));
  }

  @Test
  @SuppressWarnings({"removal", "UnnecessaryBoxing", "BoxedPrimitiveConstructor"})
  void boxes_are_the_shared_ones_only_if_they_were() {
    List<List<?>> pairs =
        List.of(
            List.of((Object) 5, new Integer(5)),
            List.of((Object) (-128L), new Long(-128)),
            List.of((Object) true, new Boolean(true)),
            List.of((Object) (short) 127, new Short((short) 127)),
            List.of((Object) (byte) 1, new Byte((byte) 1)),
            List.of((Object) 'c', new Character('c')));
    List<List<?>> copies = copy(new ArrayList<>(pairs));
    assertThat(copies).isEqualTo(pairs);
    for (int i = 0; i < pairs.size(); i++) {
      assertThat(copies.get(i).get(0)).isSameAs(pairs.get(i).get(0));
      assertThat(copies.get(i).get(1)).isNotSameAs(pairs.get(i).get(0));
    }
  }

  @Test
  void large_boxes_stay_one_object_where_they_were_one() {
    Integer one = 1000;
    List<Object> copies =
        copy(new ArrayList<>(List.of(one, one, Integer.MIN_VALUE, Long.MAX_VALUE, '\uffff')));
    assertThat(copies).containsExactly(1000, 1000, Integer.MIN_VALUE, Long.MAX_VALUE, '\uffff');
    assertThat(copies.get(0)).isSameAs(copies.get(1));
  }
}
