package io.leverage.peer.internal.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leverage.peer.internal.checkpoint.ChunkSizes;
import io.leverage.peer.internal.model.Schedule.Decision;
import io.leverage.peer.internal.store.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the protocol of commit, publish and claim (docs/protocol.md, section 2): the real code
 * over a store in memory, where each access is a step at which another peer may go on, or this one
 * die.
 *
 * <p>Two peers claim each of two threads as if the other had died, whether it has or not; so each
 * may be frozen anywhere and come back. Afterwards one more peer finishes what is left. Then every
 * effect must be there exactly once, and of one history.
 *
 * <p>{@code -Dleverage.model.schedules=N -Dleverage.seed=S} runs more at random, {@code
 * -Dleverage.model.every=1} all of two decisions.
 */
@ParameterizedClass
@MethodSource("sizes")
class ProtocolModelTest {
  private static final int ACTORS = 4;

  private final ChunkSizes sizes;

  ProtocolModelTest(ChunkSizes sizes) {
    this.sizes = sizes;
  }

  /** Checkpoints of several chunks, and such as lie in the records of their threads. */
  static List<ChunkSizes> sizes() {
    return List.of(ModelPeer.TINY, ChunkSizes.DEFAULT);
  }

  /** Runs one schedule and checks its end; gets how many steps it had. */
  private long check(int messages, List<Decision> decisions) throws Throwable {
    MemoryStore store = new MemoryStore();
    Map<String, byte[]> published = CheckedStore.nothingPublished();
    Schedule schedule = new Schedule(decisions);
    ModelPeer rest =
        new ModelPeer("rest", messages, new CheckedStore(store, published, () -> {}), sizes);
    rest.submit();
    List<Schedule.Actor> actors = new ArrayList<>();
    for (int i = 0; i < ACTORS; i++) {
      int self = i;
      String thread = i % 2 == 0 ? ModelPeer.TX : ModelPeer.RX;
      CheckedStore view = new CheckedStore(store, published, () -> actors.get(self).step());
      ModelPeer peer = new ModelPeer("p" + i, messages, view, sizes);
      actors.add(schedule.add(() -> peer.run(thread, () -> actors.get(self).yieldTurn())));
    }
    long steps = schedule.run();
    for (String thread : List.of(ModelPeer.TX, ModelPeer.RX)) {
      rest.run(
          thread,
          () -> {
            throw new AssertionError("a message was lost");
          });
      rest.run(thread, () -> false); // completes an end that was not published
    }
    checkEnd(messages, store, rest);
    return steps;
  }

  private static void checkEnd(int messages, MemoryStore store, ModelPeer rest) {
    MemoryStore.View view = store.view();
    String[] received = rest.result(ModelPeer.RX).split(";");
    assertThat(received).hasSize(messages);
    for (int n = 0; n < messages; n++) {
      byte[] partial = view.get("pr/vc/tx/" + n);
      assertThat(partial).as("partial result " + n).isNotNull();
      assertThat(received[n])
          .as("a message and a partial result of one commit are of one incarnation")
          .isEqualTo(new String(partial, UTF_8))
          .startsWith((n + 1) + " by ");
    }
    assertThat(view.keys("pr/")).hasSize(messages);
    assertThat(rest.sum()).isEqualTo("" + messages);
    // A peer that was taken for dead may bring one message back that was consumed meanwhile.
    assertThat(view.keys("mb/").size()).isLessThanOrEqualTo(ACTORS);
  }

  private long checked(int messages, List<Decision> decisions) {
    try {
      return check(messages, decisions);
    } catch (Throwable e) {
      throw new AssertionError("schedule " + decisions + " of " + messages + " messages", e);
    }
  }

  @Test
  void nothingHappensWithoutDecisions() {
    assertThat(checked(2, List.of())).isGreaterThan(40);
  }

  @Test
  void everyScheduleOfOneDecision() {
    long steps = checked(2, List.of());
    for (long step = 1; step <= 2 * steps; step++) {
      for (int what = Decision.CRASH; what < ACTORS; what++) {
        checked(2, List.of(new Decision(step, what)));
      }
    }
  }

  /** Every so-many-th one by default, since they are many. */
  @Test
  void schedulesOfTwoDecisions() {
    int every = Integer.getInteger("leverage.model.every", 37);
    long steps = checked(1, List.of());
    int count = 0;
    for (long first = 1; first <= steps; first++) {
      for (long second = first + 1; second <= first + steps; second++) {
        for (int what = 0; what < (ACTORS + 1) * (ACTORS + 1); what++) {
          if (count++ % every == 0) {
            checked(
                1,
                List.of(
                    new Decision(first, what % (ACTORS + 1) - 1),
                    new Decision(second, what / (ACTORS + 1) - 1)));
          }
        }
      }
    }
  }

  @Test
  void schedulesAtRandom() {
    long seed = Long.getLong("leverage.seed", 1);
    int count = Integer.getInteger("leverage.model.schedules", 2_000);
    for (int i = 0; i < count; i++) {
      Random random = new Random(seed + i);
      checked(3, Schedule.random(random, 1 + random.nextInt(12), 300, ACTORS));
    }
  }
}
