package io.leverage.peer.internal.work;

import static io.leverage.peer.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarriersTest {
  @Test
  void carriers_that_have_nothing_to_do_end_with_their_worker() {
    Carriers carriers =
        new Carriers(3, WorkerSettings.defaults(), CarriersTest.class.getClassLoader());
    List<Thread> threads = new ArrayList<>();
    carriers.forEachCarrier(threads::add);
    assertThat(threads).hasSize(3).allMatch(Thread::isAlive);

    carriers.close();

    eventually("all have ended", () -> threads.stream().noneMatch(Thread::isAlive));
  }
}
