/** Faults, the meshes that they are injected into, and what must hold afterwards. */
@NullMarked
package io.leverage.faults.internal;

import org.jspecify.annotations.NullMarked;
