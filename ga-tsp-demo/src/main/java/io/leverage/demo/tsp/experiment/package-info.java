/** The evaluation of the paper, repeated: speed-up and efficiency on heterogeneous machines. */
@NullMarked
package io.leverage.demo.tsp.experiment;

import org.jspecify.annotations.NullMarked;
