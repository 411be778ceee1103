/** The replicated state of the mesh, as bytes. Infinispan appears here and nowhere else. */
@NullMarked
package io.leverage.peer.internal.store;

import org.jspecify.annotations.NullMarked;
