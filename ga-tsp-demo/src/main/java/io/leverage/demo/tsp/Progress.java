package io.leverage.demo.tsp;

/**
 * What an island reports after each interbreeding, and once more at its end.
 *
 * @param island the island's number
 * @param number counts the island's reports, from 0
 * @param generation how many generations it has evolved
 * @param length of its best tour
 * @param migrants how many migrants have arrived from the island before it
 * @param lost how many of them are missing
 * @param doubled how many of them came again
 */
public record Progress(
    int island, int number, int generation, long length, int migrants, int lost, int doubled) {}
