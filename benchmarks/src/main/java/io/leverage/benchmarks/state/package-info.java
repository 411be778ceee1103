/** Measures captured stacks; see docs/performance.md. */
@NullMarked
package io.leverage.benchmarks.state;

import org.jspecify.annotations.NullMarked;
