package io.leverage.demo.tsp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadViewTest {
  @Test
  void readsThreadsFromAListOrFromWithinAnObject() {
    String thread =
        """
        {"thread": "ab12/island-1", "state": "RUNNING", "owner": "127.0.0.1:7400", "epoch": 2,
         "sequence": 57, "secondsSinceCommit": 0.25, "reason": "it \\"runs\\" \\u00e4 \\n",
         "result": null, "more": [true, false, {}, []]}
        """;
    ThreadView expected = new ThreadView("ab12/island-1", "RUNNING", "127.0.0.1:7400", 2, 57, 0.25);

    assertThat(ThreadView.read("[" + thread + "]")).containsExactly(expected);
    assertThat(ThreadView.read("{\"threads\": [" + thread + "," + thread + "]}")).hasSize(2);
    assertThat(expected.name()).isEqualTo("island-1");
  }

  @Test
  void whatIsNotSaidHasAnEmptyMeaning() {
    assertThat(ThreadView.read("[{\"thread\": \"a/b\", \"state\": \"WAITING\", \"owner\": null}]"))
        .containsExactly(new ThreadView("a/b", "WAITING", "", 0, 0, -1));
    assertThat(ThreadView.read(" [ ] ")).isEqualTo(List.of());
  }

  @Test
  void aThreadHasResumedWhenALaterIncarnationRunsOrHasEnded() {
    ThreadView before = new ThreadView("a/b", "RUNNING", "one", 1, 5, 0.1);

    assertThat(before.resumedSince(before)).isFalse();
    assertThat(new ThreadView("a/b", "WAITING", "", 2, 5, 0.1).resumedSince(before)).isFalse();
    assertThat(new ThreadView("a/b", "RUNNING", "two", 2, 5, 0.1).resumedSince(before)).isTrue();
    assertThat(new ThreadView("a/b", "RETURNED", "", 2, 9, 0.1).resumedSince(before)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,", "{\"a\" 1}", "[1] 2", "tru", "\"open", "\"\\u12", "[-]"})
  void whatIsNoJsonIsRefused(String text) {
    assertThatThrownBy(() -> ThreadView.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
