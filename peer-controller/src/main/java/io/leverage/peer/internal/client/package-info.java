/**
 * The client library: what stands behind the API in a user's program. It talks to a peer, in
 * another process or in this one.
 */
@NullMarked
package io.leverage.peer.internal.client;

import org.jspecify.annotations.NullMarked;
