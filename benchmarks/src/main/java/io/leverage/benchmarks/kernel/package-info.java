/** Measures kernels in their compilations beside each other; see docs/performance.md. */
@NullMarked
package io.leverage.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
