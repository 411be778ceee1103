/** What waiting threads and messages cost. */
@NullMarked
package io.leverage.benchmarks.flow;

import org.jspecify.annotations.NullMarked;
