/** Kernels for other libraries that capture stacks. */
@org.jspecify.annotations.NullMarked
package io.leverage.benchmarks.rivals;
