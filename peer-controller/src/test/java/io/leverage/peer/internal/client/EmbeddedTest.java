package io.leverage.peer.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.GlobalVariable;
import io.leverage.RefusedException;
import io.leverage.TaskCancelledException;
import io.leverage.TaskFailedException;
import io.leverage.ThreadState;
import io.leverage.VirtualComputer;
import io.leverage.VirtualThread;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import program.Counting;
import program.Failing;
import program.Plain;
import program.Receiving;
import program.Script;
import program.Steps;

/** A program with a peer inside: the API, from one end to the other. */
@Timeout(180)
class EmbeddedTest {
  @TempDir static Path home;
  private static VirtualComputer computer;

  @BeforeAll
  static void open() {
    System.setProperty("leverage.home", home.toString());
    long begun = System.nanoTime();
    computer = VirtualComputer.open();
    org.slf4j.LoggerFactory.getLogger(EmbeddedTest.class)
        .info("opened in {} ms", (System.nanoTime() - begun) / 1_000_000);
  }

  @AfterAll
  static void close() {
    computer.close();
  }

  @Test
  void runsAThread() throws Exception {
    VirtualThread<Long> counter = computer.start("counter", new Counting(100_000_000));
    assertThat(counter.result()).isEqualTo(4_999_999_950_000_000L);
    assertThat(counter.state()).isEqualTo(ThreadState.RETURNED);
    assertThat(computer.thread("counter").id()).isEqualTo(counter.id());
  }

  @Test
  void carriesMessagesPartialResultsAndGlobals() throws Exception {
    GlobalVariable<Integer> total = computer.global("total", 0);
    List<Object> reports = Collections.synchronizedList(new ArrayList<>());
    VirtualThread<?> receiver = computer.start("receiver", new Receiving(2));
    VirtualThread<?> sender =
        computer
            .start(
                "sender",
                new Script(
                    (c, s) -> Steps.send("receiver", "a"),
                    (c, s) -> Steps.report(1),
                    (c, s) -> total.update(c, n -> n + 1),
                    (c, s) -> Steps.report(2),
                    (c, s) -> Steps.send("receiver", "b")))
            .onPartialResult(reports::add);
    assertThat(receiver.result()).isEqualTo("sender=a sender=b ");
    sender.join();
    assertThat(reports).containsExactly(1, 2);
    assertThat(sender.partialResult()).contains(2);
    assertThat(total.update(n -> n + 10)).isEqualTo(11);
    assertThat(total.get()).isEqualTo(11);
  }

  @Test
  void throwsWhatTheTaskThrew() {
    VirtualThread<?> failing =
        computer.start("failing", new Script((c, s) -> Steps.hint(c), (c, s) -> Failing.fail(3)));
    assertThatThrownBy(failing::result)
        .isInstanceOf(TaskFailedException.class)
        .hasRootCauseMessage("three")
        .rootCause()
        .satisfies(
            cause ->
                assertThat(cause.getStackTrace()[0].toString())
                    .contains("program.Failing.fail(Failing.java:"));
  }

  @Test
  void cancels() throws Exception {
    VirtualThread<Long> endless = computer.start("endless", new Counting(Long.MAX_VALUE));
    assertThat(endless.join(Duration.ofMillis(100))).isFalse();
    endless.cancel();
    assertThatThrownBy(endless::result).isInstanceOf(TaskCancelledException.class);
  }

  @Test
  void refusesWhatCantRun() {
    Callable<String> lambda = () -> "x";
    assertThatThrownBy(() -> computer.start("lambda", lambda))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is a lambda")
        .hasMessageContaining("EmbeddedTest");
    assertThatThrownBy(() -> computer.start("plain", new Plain()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("run the preprocessor");
    assertThatThrownBy(() -> computer.thread("nobody"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("nobody");
    computer.start("twice", new Counting(1));
    assertThatThrownBy(() -> computer.start("twice", new Counting(1)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void viewsTheComputerAsAnExecutor() throws Exception {
    assertThat(computer.executor().submit((Callable<Long>) new Counting(5)).get()).isEqualTo(10L);
  }
}
