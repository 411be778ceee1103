package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.Test;
import user.Route;

/** A program writes its tasks with its own loader; the worker reads them with another. */
class RecordsBetweenLoadersTest {

  @Test
  void aRecordCrossesFromTheProgramToTheWorkerAndBack() throws Exception {
    Route route = new Route(3, 7.5, "north", List.of("a", "b", "c"));
    StateCodec program = new StateCodec(getClass().getClassLoader());
    URL classes = getClass().getProtectionDomain().getCodeSource().getLocation();
    try (MobileClassLoader loader =
        new MobileClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
      StateCodec worker = new StateCodec(loader);

      Object there = worker.read(program.write(route));

      assertThat(there.getClass().getClassLoader()).isSameAs(loader);
      assertThat(there).hasToString(route.toString());
      assertThat(program.read(worker.write(there))).isEqualTo(route);
    }
  }
}
