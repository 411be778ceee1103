/**
 * How programs of this machine find a peer and prove that they may talk to it: token files in the
 * user's own folder, and the door that asks for them.
 */
@NullMarked
package io.leverage.peer.internal.access;

import org.jspecify.annotations.NullMarked;
