/** The command line of the preprocessor. */
@NullMarked
package io.leverage.preprocessor.cli;

import org.jspecify.annotations.NullMarked;
