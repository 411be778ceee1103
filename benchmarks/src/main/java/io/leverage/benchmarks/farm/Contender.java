package io.leverage.benchmarks.farm;

import java.util.List;

/**
 * A system that is measured.
 *
 * @param name what it is called
 * @param members the command of each of its processes, which are started one after the other
 * @param program the command of the program that has the tasks
 */
record Contender(String name, List<List<String>> members, List<String> program) {}
