/** Tasks per second, against other systems that farm tasks out. */
@NullMarked
package io.leverage.benchmarks.farm;

import org.jspecify.annotations.NullMarked;
