/** The rewriting passes, in one visible order. */
@NullMarked
package io.leverage.preprocessor.internal.pass;

import org.jspecify.annotations.NullMarked;
