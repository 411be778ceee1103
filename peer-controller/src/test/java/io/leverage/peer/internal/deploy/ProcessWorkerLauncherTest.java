package io.leverage.peer.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.unit.UnitMessage.ConfigureWorker;
import io.leverage.peer.internal.unit.UnitMessage.Done;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProcessWorkerLauncherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Done start(List<String> options) {
    ExecutorService executor = Executors.newCachedThreadPool();
    WorkerLauncher.Launched worker =
        new ProcessWorkerLauncher("io.leverage.peer.internal.work.WorkerMain", options, executor)
            .launch("vc-1", (from, request) -> new Done());
    try {
      return worker.link().call(new ConfigureWorker("vc-1", List.of(), 1), Done.class, PATIENCE);
    } finally {
      worker.close();
      executor.shutdownNow();
    }
  }

  @Test
  void aWorkerStarts() {
    assertThat(start(List.of())).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xlog:gc*=debug,startuptime", "-XX:+PrintCommandLineFlags"})
  void whatTheJvmPrintsDoesNotDisturbIt(String option) {
    assertThat(start(List.of(option))).isNotNull();
  }
}
