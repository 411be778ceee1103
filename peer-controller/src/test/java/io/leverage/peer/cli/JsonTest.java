package io.leverage.peer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void writes_nested_values() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("a", 1);
    map.put("b", List.of("x", true, 1.5));
    map.put("c", null);
    assertThat(Json.write(map)).isEqualTo("{\"a\":1,\"b\":[\"x\",true,1.5],\"c\":null}");
  }

  @Test
  void escapes_what_must_be() {
    assertThat(Json.write("a\"b\\c\n\u0001\u00e4\uD83D\uDE00"))
        .isEqualTo("\"a\\\"b\\\\c\\n\\u0001\u00e4\\ud83d\\ude00\"");
  }
}
