package io.leverage.demo.tsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvolutionTest {
  private static final int[] BERLIN52_SHORTEST = {
    1, 49, 32, 45, 19, 41, 8, 9, 10, 43, 33, 51, 11, 52, 14, 13, 47, 26, 27, 28, 12, 25, 4, 6, 15,
    5, 24, 48, 38, 37, 40, 39, 36, 35, 34, 44, 46, 16, 29, 50, 20, 23, 30, 2, 7, 42, 21, 17, 3, 18,
    31, 22
  };

  @Test
  void theKnownShortestTourOfBerlin52Measures7542() throws Exception {
    int[] order = Arrays.stream(BERLIN52_SHORTEST).map(id -> id - 1).toArray();

    assertThat(Instances.find("berlin52").length(order)).isEqualTo(Instances.BERLIN52_OPTIMUM);
  }

  @Test
  void someOfEightPopulationsFindTheShortestTourOfBerlin52() throws Exception {
    Cities cities = Instances.find("berlin52");

    assertThat(IntStream.range(0, 8).mapToLong(seed -> evolve(cities, 64, 16000, seed).length()))
        .contains((long) cities.optimum())
        .allMatch(length -> length >= cities.optimum());
  }

  @ParameterizedTest
  @ValueSource(strings = {"random:5:1", "random:6:2", "random:7:3", "random:60:4", "random:300:5"})
  void aTourVisitsEachCityOnceAndKnowsItsLength(String spec) throws Exception {
    Cities cities = Instances.find(spec);

    Tour tour = evolve(cities, 20, 300, 1);

    assertThat(Arrays.stream(tour.order()).sorted())
        .containsExactly(IntStream.range(0, cities.size()).boxed().toArray(Integer[]::new));
    assertThat(tour.length()).isEqualTo(cities.length(tour.order()));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 6, 7, 8, 20, 100})
  void improvementNeverLengthensATour(int size) throws Exception {
    for (int seed = 0; seed < 200; seed++) {
      Cities cities = Instances.find("random:" + size + ":" + seed);
      Random random = new Random(seed);
      int[] order = Population.random(cities, 1, random).best().order();
      long before = cities.length(order);
      var improvement = new LocalImprovement(cities, Neighbours.of(cities), order);

      for (int city = 0; city < size; city++) {
        improvement.improveNear(city);
        assertThat(cities.length(order)).isLessThanOrEqualTo(before);
        before = cities.length(order);
      }

      assertThat(Arrays.stream(order).distinct().count()).isEqualTo(size);
    }
  }

  @Test
  void theSameSeedGivesTheSameTour() throws Exception {
    Cities cities = Instances.find("random:40:1");

    assertThat(evolve(cities, 30, 100, 7).order()).isEqualTo(evolve(cities, 30, 100, 7).order());
  }

  @Test
  void aPopulationAdmitsAShorterTourAndNoLongerOne() throws Exception {
    Cities cities = Instances.find("berlin52");
    int[] order = Arrays.stream(BERLIN52_SHORTEST).map(id -> id - 1).toArray();
    Population population = Population.random(cities, 1, new Random(1));
    long before = population.best().length();

    population.admit(Tour.LONGEST);
    assertThat(population.best().length()).isEqualTo(before);
    population.admit(new Tour(order, cities.optimum()));
    assertThat(population.best().length()).isEqualTo(cities.optimum());
  }

  private static Tour evolve(Cities cities, int tours, int generations, long seed) {
    Population population = Population.random(cities, tours, new Random(seed));
    Cooling cooling = Cooling.of(cities, generations);
    for (int i = 0; i < generations; i++) {
      population.evolve(cooling.temperature(i));
    }
    return population.best();
  }
}
