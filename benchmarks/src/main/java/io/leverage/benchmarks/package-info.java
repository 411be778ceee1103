/** Measurements of Leverage with JMH; see docs/performance.md. */
@NullMarked
package io.leverage.benchmarks;

import org.jspecify.annotations.NullMarked;
