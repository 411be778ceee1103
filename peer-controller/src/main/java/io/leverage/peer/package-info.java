/** The peer controller: {@link io.leverage.peer.Peer} is the way in. */
@NullMarked
package io.leverage.peer;

import org.jspecify.annotations.NullMarked;
