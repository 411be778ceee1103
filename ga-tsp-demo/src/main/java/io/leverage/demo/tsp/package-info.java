/**
 * The paper's evaluation: a genetic algorithm for the travelling salesman problem, in which each
 * virtual thread evolves a population of its own and interbreeds its best with the others'.
 */
@NullMarked
package io.leverage.demo.tsp;

import org.jspecify.annotations.NullMarked;
