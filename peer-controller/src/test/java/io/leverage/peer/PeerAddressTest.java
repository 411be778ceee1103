package io.leverage.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressTest {
  @Test
  void reads_what_people_write() {
    assertThat(PeerAddress.parse("localhost:7401")).isEqualTo(new PeerAddress("localhost", 7401));
    assertThat(PeerAddress.parse("7401")).isEqualTo(new PeerAddress("127.0.0.1", 7401));
    assertThat(PeerAddress.parse("[::1]:7401")).isEqualTo(new PeerAddress("::1", 7401));
    assertThat(PeerAddress.parse("[::1]:7401")).hasToString("[::1]:7401");
    assertThat(PeerAddress.parseAll("a:1, b:2"))
        .containsExactly(new PeerAddress("a", 1), new PeerAddress("b", 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":", "host", "host:", ":7400", "host:x", "host:0", "host:64000"})
  void refuses_the_rest(String text) {
    assertThatThrownBy(() -> PeerAddress.parse(text)).isInstanceOf(RefusedException.class);
  }
}
