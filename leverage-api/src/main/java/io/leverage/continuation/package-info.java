/**
 * The contract that generated code links to.
 *
 * <p>User code never names a type of this package: the preprocessor writes the code that does. A
 * transformed method takes a leading {@link io.leverage.continuation.Continuation}; when its thread
 * is captured, each active method pushes a {@link io.leverage.continuation.Frame} with its
 * artificial program counter and live locals and rethrows {@link io.leverage.continuation.Unwind};
 * when the thread is resumed, each frame re-enters its method.
 */
@NullMarked
package io.leverage.continuation;

import org.jspecify.annotations.NullMarked;
