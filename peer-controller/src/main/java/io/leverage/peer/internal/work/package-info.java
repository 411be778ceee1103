/**
 * The worker: its executors run virtual threads on as many carriers as it has slots, capture them,
 * and hand their checkpoints and effects to the peer. The only place where user code runs.
 */
@NullMarked
package io.leverage.peer.internal.work;

import org.jspecify.annotations.NullMarked;
