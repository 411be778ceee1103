/**
 * The peer unit proxies: the vocabulary in which peers, workers and clients talk, and the framed
 * links that carry it. User data are opaque bytes here.
 */
@NullMarked
package io.leverage.peer.internal.unit;

import org.jspecify.annotations.NullMarked;
