/** The command that runs the libraries through their own tests. */
@NullMarked
package io.leverage.conformance.cli;

import org.jspecify.annotations.NullMarked;
