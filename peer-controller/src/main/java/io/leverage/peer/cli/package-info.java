/** The command line {@code leverage}: one class per command. */
@NullMarked
package io.leverage.peer.cli;

import org.jspecify.annotations.NullMarked;
