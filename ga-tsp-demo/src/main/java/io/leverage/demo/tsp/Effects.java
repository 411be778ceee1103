package io.leverage.demo.tsp;

/**
 * The effects that a run should have had, counted.
 *
 * @param reports how many partial results came
 * @param migrants how many messages came
 * @param updates how often a global variable was updated
 * @param lost how many of all these are missing
 * @param doubled how many came or counted twice
 */
public record Effects(int reports, int migrants, int updates, int lost, int doubled) {}
