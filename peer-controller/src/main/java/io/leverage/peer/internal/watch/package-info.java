/**
 * How a peer is watched: what happened to threads, workers, virtual computers and peers, as events
 * that are kept for a while, logged and counted; and measurements for Prometheus. Nothing here
 * decides anything.
 */
@NullMarked
package io.leverage.peer.internal.watch;

import org.jspecify.annotations.NullMarked;
