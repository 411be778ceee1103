/** How each kind of object is written and restored. */
@NullMarked
package io.leverage.runtime.internal.codec;

import org.jspecify.annotations.NullMarked;
