/**
 * Checkpoints: the commit of one with its effects, their publication, and the claim of a thread
 * from its newest one.
 */
@NullMarked
package io.leverage.peer.internal.checkpoint;

import org.jspecify.annotations.NullMarked;
