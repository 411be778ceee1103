/**
 * The participation manager: which peers there are, and messages between them. JGroups appears here
 * and nowhere else.
 */
@NullMarked
package io.leverage.peer.internal.mesh;

import org.jspecify.annotations.NullMarked;
