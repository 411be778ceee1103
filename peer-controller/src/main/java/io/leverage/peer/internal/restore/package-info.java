/** Brings a mesh back whose peers all died, from what is left in their data folders. */
@NullMarked
package io.leverage.peer.internal.restore;

import org.jspecify.annotations.NullMarked;
