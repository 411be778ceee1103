/** The commands of {@code benchmarks/run}. */
@NullMarked
package io.leverage.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
