/** The command of the fault campaign. */
@NullMarked
package io.leverage.faults.cli;

import org.jspecify.annotations.NullMarked;
