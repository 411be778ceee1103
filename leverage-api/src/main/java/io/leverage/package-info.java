/**
 * What user code sees of Leverage.
 *
 * <p>A program opens a {@link io.leverage.VirtualComputer}, starts {@link
 * io.leverage.VirtualThread}s in it, and shares {@link io.leverage.GlobalVariable}s among them.
 * Inside a virtual thread, {@link io.leverage.VirtualThread#current()} sends and receives messages
 * and reports partial results. The tasks are ordinary Java, made mobile by the preprocessor.
 */
@NullMarked
package io.leverage;

import org.jspecify.annotations.NullMarked;
