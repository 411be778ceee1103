package io.leverage.demo.tsp;

/**
 * A tour that one island sends to the next.
 *
 * @param number counts the sender's migrants, from 0
 * @param tour the sender's best
 */
public record Migrant(int number, Tour tour) {}
