/** Tests as virtual threads that are frozen, serialised and thawed while they run. */
@NullMarked
package io.leverage.junit;

import org.jspecify.annotations.NullMarked;
