/** The assembly manager: the users' jars by their content, in the store and in the peer's cache. */
@NullMarked
package io.leverage.peer.internal.assembly;

import org.jspecify.annotations.NullMarked;
