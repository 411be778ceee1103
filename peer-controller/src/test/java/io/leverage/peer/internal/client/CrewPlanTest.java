package io.leverage.peer.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class CrewPlanTest {
  private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

  private static final int MANY = 1_000_000;

  private final CrewPlan plan = new CrewPlan();

  @Test
  void asManyAsThereMayBeUntilItKnowsMore() {
    assertThat(plan.crews(1)).isEqualTo(CrewPlan.MOST);
    assertThat(plan.crewOf(100)).isEqualTo(1);
  }

  @Test
  void fewCrewsOfManySmallTasks() {
    for (int i = 0; i < 20; i++) {
      int crew = plan.crewOf(MANY);
      plan.measured(MILLISECOND / 100 * crew, crew, true);
    }
    assertThat(plan.crewOf(MANY)).isEqualTo(CrewPlan.LARGEST);
    assertThat(plan.crewOf(250)).isEqualTo(125);
    assertThat(plan.crews(250)).isEqualTo(CrewPlan.FEWEST);
    assertThat(plan.crews(4_000)).isEqualTo(4);
    assertThat(plan.crews(10_000)).isEqualTo(CrewPlan.MOST);
  }

  @Test
  void manyCrewsOfTasksThatTakeTheirTime() {
    for (int i = 0; i < 20; i++) {
      int crew = plan.crewOf(MANY);
      plan.measured(15 * MILLISECOND * crew, crew, true);
    }
    assertThat(plan.crewOf(MANY)).isEqualTo(2);
    assertThat(plan.crewOf(8)).isEqualTo(1);
    assertThat(plan.crews(8)).isEqualTo(CrewPlan.MOST);
  }

  @Test
  void smallerCrewsWhereTasksComeBack() {
    plan.measured(MILLISECOND, 1, true);
    plan.measured(MILLISECOND, 2, true);
    assertThat(plan.crewOf(MANY)).isEqualTo(4);
    plan.measured(100 * MILLISECOND, 1, false);
    assertThat(plan.crewOf(MANY)).isEqualTo(2);
  }

  @Test
  void aCrewThatWasDisturbedTeachesNothing() {
    plan.measured(MILLISECOND / 100, 1, true);
    plan.measured(50 * MILLISECOND, 1, true);
    assertThat(plan.crews(100)).isEqualTo(CrewPlan.FEWEST);
  }

  @Test
  void aCrewForEachTaskWhereThereAreFew() {
    for (int i = 0; i < 20; i++) {
      plan.measured(MILLISECOND / 100, 1, true);
    }
    assertThat(plan.crews(CrewPlan.MOST)).isEqualTo(CrewPlan.MOST);
    assertThat(plan.crewOf(CrewPlan.MOST)).isEqualTo(1);
    assertThat(plan.crews(CrewPlan.MOST + 1)).isEqualTo(CrewPlan.FEWEST);
  }

  @Test
  void manyCrewsAgainWhereTheyTakeLong() {
    plan.measured(MILLISECOND / 100, 1, true);
    plan.stalled();
    assertThat(plan.crews(100)).isEqualTo(CrewPlan.MOST);
  }

  @Test
  void itLearnsThatTasksHaveChanged() {
    plan.measured(MILLISECOND / 100, 1, true);
    assertThat(plan.crews(100)).isEqualTo(CrewPlan.FEWEST);
    for (int i = 0; i < 8; i++) {
      plan.measured(50 * MILLISECOND, 1, true);
    }
    assertThat(plan.crews(100)).isEqualTo(CrewPlan.MOST);
  }
}
