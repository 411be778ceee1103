package io.leverage.demo.tsp;

import io.leverage.CurrentThread;
import io.leverage.GlobalVariable;
import io.leverage.Message;
import io.leverage.VirtualThread;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * An island: a population that evolves by itself and, at intervals, interbreeds its best with the
 * other islands'. Each island is a virtual thread.
 */
public final class Island implements Callable<Tour> {
  private static final int TOURS = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Cities cities;
  private final Archipelago archipelago;
  private final int number;
  private final GlobalVariable<Tour> best;
  private final GlobalVariable<Integer> interbreedings;
  private final Immigration immigration = new Immigration();
  private int reports;

  /**
   * Creates an island.
   *
   * @param cities the instance
   * @param archipelago what the islands have in common
   * @param number which of them this is, from 0
   * @param best the shortest tour of all islands
   * @param interbreedings how often any of them interbred
   */
  public Island(
      Cities cities,
      Archipelago archipelago,
      int number,
      GlobalVariable<Tour> best,
      GlobalVariable<Integer> interbreedings) {
    this.cities = cities;
    this.archipelago = archipelago;
    this.number = number;
    this.best = best;
    this.interbreedings = interbreedings;
  }

  @Override
  public Tour call() {
    Random random = new Random(archipelago.seed() + number);
    Population population = Population.random(cities, TOURS, random);
    Cooling cooling = Cooling.of(cities, archipelago.generations());
    for (int generation = 1; generation <= archipelago.generations(); generation++) {
      population.evolve(cooling.temperature(generation));
      if (generation % archipelago.interval() == 0) {
        interbreed(population, generation);
      }
    }
    receiveLastMigrants(population);
    Tour shortest = population.best();
    report(archipelago.generations(), shortest);
    return shortest;
  }

  private void interbreed(Population population, int generation) {
    Tour mine = population.best();
    Tour shortest = best.update(new Shorter(mine));
    population.admit(shortest);
    interbreedings.update(new Increment());

    CurrentThread self = VirtualThread.current();
    int round = generation / archipelago.interval() - 1;
    self.send(archipelago.nameAfter(number), new Migrant(round, mine));
    Optional<Message> message = self.receive(Duration.ZERO);
    while (message.isPresent()) {
      welcome(message.get(), population);
      message = self.receive(Duration.ZERO);
    }
    report(generation, population.best());
  }

  /** Waits for what the island before this one, which may be slower, still has to send. */
  private void receiveLastMigrants(Population population) {
    CurrentThread self = VirtualThread.current();
    while (immigration.arrivals() + immigration.lost() < archipelago.rounds()) {
      Optional<Message> message = self.receive(PATIENCE);
      if (message.isEmpty()) {
        break;
      }
      welcome(message.get(), population);
    }
    immigration.ended(archipelago.rounds());
  }

  private void welcome(Message message, Population population) {
    Migrant migrant = message.payload(Migrant.class);
    immigration.arrived(migrant);
    population.admit(migrant.tour());
  }

  private void report(int generation, Tour shortest) {
    Progress progress =
        new Progress(
            number,
            reports,
            generation,
            shortest.length(),
            immigration.arrivals(),
            immigration.lost(),
            immigration.doubled());
    reports++;
    VirtualThread.current().report(progress);
  }
}
