/** What must be transformed: the call graph, safepoints, liveness, refusals. */
@NullMarked
package io.leverage.preprocessor.internal.analysis;

import org.jspecify.annotations.NullMarked;
