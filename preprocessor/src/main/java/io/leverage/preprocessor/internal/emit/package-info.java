/** Generated members and the line-keeping printer. */
@NullMarked
package io.leverage.preprocessor.internal.emit;

import org.jspecify.annotations.NullMarked;
