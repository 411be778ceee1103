/** The demo's program, and the command that shows it on three peers while one of them is killed. */
@NullMarked
package io.leverage.demo.tsp.cli;

import org.jspecify.annotations.NullMarked;
