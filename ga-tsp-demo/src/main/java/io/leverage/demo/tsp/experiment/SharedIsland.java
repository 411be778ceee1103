package io.leverage.demo.tsp.experiment;

import io.leverage.GlobalVariable;
import io.leverage.demo.tsp.Cities;
import io.leverage.demo.tsp.Evolution;
import io.leverage.demo.tsp.Shorter;
import io.leverage.demo.tsp.Tour;
import java.util.concurrent.Callable;

/**
 * An island of the evaluation: it evolves shares of a fixed number of generations, and interbreeds
 * its best with the others through a global variable, as in the paper.
 */
public final class SharedIsland implements Callable<Long> {
  private final Cities cities;
  private final Problem problem;
  private final int number;
  private final GlobalVariable<Pool> pool;
  private final GlobalVariable<Tour> best;

  /**
   * Creates an island.
   *
   * @param number which of them this is, from 0
   * @param pool what is still to be evolved
   * @param best the shortest tour of all islands
   */
  public SharedIsland(
      Cities cities,
      Problem problem,
      int number,
      GlobalVariable<Pool> pool,
      GlobalVariable<Tour> best) {
    this.cities = cities;
    this.problem = problem;
    this.number = number;
    this.pool = pool;
    this.best = best;
  }

  /** Gets how many generations this island evolved. */
  @Override
  public Long call() {
    Evolution evolution = new Evolution(cities, problem.generations(), problem.seed() + number);
    long evolved = 0;
    double rate = 0;
    long share = pool.update(new TakeShare(number, rate)).granted(number);
    while (share > 0) {
      long began = System.nanoTime();
      for (long i = 0; i < share; i++) {
        evolution.evolve();
        evolved++;
        if (evolved % problem.interval() == 0) {
          interbreed(evolution);
        }
      }
      rate = share * 1e9 / Math.max(1, System.nanoTime() - began);
      share = pool.update(new TakeShare(number, rate)).granted(number);
    }
    interbreed(evolution);
    return evolved;
  }

  /** A variable that others wait for is only updated by who has something to tell. */
  private void interbreed(Evolution evolution) {
    Tour mine = evolution.best();
    Tour shortest = best.get();
    if (mine.length() < shortest.length()) {
      shortest = best.update(new Shorter(mine));
    }
    evolution.admit(shortest);
  }
}
