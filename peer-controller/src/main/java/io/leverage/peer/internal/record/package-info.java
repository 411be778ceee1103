/**
 * What the store holds of virtual computers and their threads: typed records over opaque bytes,
 * changed only by compare-and-set.
 */
@NullMarked
package io.leverage.peer.internal.record;

import org.jspecify.annotations.NullMarked;
