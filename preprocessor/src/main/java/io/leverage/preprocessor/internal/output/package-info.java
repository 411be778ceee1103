/** Where sources come from and outputs go to: files, and the compilation of the outputs. */
@NullMarked
package io.leverage.preprocessor.internal.output;

import org.jspecify.annotations.NullMarked;
