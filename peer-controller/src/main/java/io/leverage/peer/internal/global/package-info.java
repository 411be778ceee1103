/** The global variable manager: one order of all updates of a variable, each applied once. */
@NullMarked
package io.leverage.peer.internal.global;

import org.jspecify.annotations.NullMarked;
