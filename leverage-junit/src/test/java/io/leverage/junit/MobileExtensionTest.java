package io.leverage.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import example.MobileCases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class MobileExtensionTest {
  private static EngineExecutionResults run(String method) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectMethod(MobileCases.class, method))
        .configurationParameter("leverage.sources", "src/test/java/example")
        .execute();
  }

  private static Throwable failure(String method) {
    List<TestExecutionResult> results =
        run(method).testEvents().finished().stream()
            .map(event -> event.getRequiredPayload(TestExecutionResult.class))
            .toList();
    assertThat(results).hasSize(1);
    return results.get(0).getThrowable().orElseThrow();
  }

  @Test
  void aTestOfMobileCodePassesWhereverItIsFrozen() {
    run("passes").testEvents().assertStatistics(stats -> stats.succeeded(1));
  }

  @Test
  void aFailureSaysWhereTheTestWasFrozenLast() {
    Throwable failure = failure("fails");
    assertThat(failure).hasMessageContaining("45");
    assertThat(failure.getSuppressed()[0])
        .hasMessageContaining("the test was frozen and thawed")
        .hasStackTraceContaining("example.Tally.s")
        .hasStackTraceContaining("Tally.java:")
        .hasStackTraceContaining("example.MobileCases.fails(MobileCases.java:");
  }

  @Test
  void aTestWhoseStateCannotTravelFailsWithThePathToIt() {
    assertThat(failure("holdsWhatDoesNotTravel"))
        .isInstanceOf(MobilityError.class)
        .hasMessageContaining("MobileCases$Lines.<init>() local 'this'");
  }

  @Test
  void aTestThatIsNeverFrozenProvesNothing() {
    assertThat(failure("isNeverFrozen"))
        .isInstanceOf(MobilityError.class)
        .hasMessageContaining("was never frozen")
        .hasMessageContaining("1000");
  }

  @Test
  void argumentsArePassedOn() throws NoSuchMethodException {
    EngineTestKit.engine("junit-jupiter")
        .selectors(
            selectMethod(
                MobileCases.class,
                MobileCases.class.getDeclaredMethod("takesArguments", int.class)))
        .configurationParameter("leverage.sources", "src/test/java/example")
        .execute()
        .testEvents()
        .assertStatistics(stats -> stats.succeeded(3));
  }

  @Test
  void otherTestsOfTheClassAreLeftToJunit() {
    run("isOrdinary").testEvents().assertStatistics(stats -> stats.succeeded(1));
  }

  @Test
  void allOfAClassRunsWithOnePreprocessing() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(MobileCases.class))
        .configurationParameter("leverage.sources", "src/test/java/example")
        .execute()
        .testEvents()
        .assertStatistics(stats -> stats.started(8).succeeded(5).failed(3));
  }
}
