/** The command {@code leverage exec}. */
@NullMarked
package io.leverage.runtime.cli;

import org.jspecify.annotations.NullMarked;
