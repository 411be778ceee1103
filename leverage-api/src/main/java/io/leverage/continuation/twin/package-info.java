/**
 * Mobile twins of the JDK's interfaces that programs call back through.
 *
 * <p>A transformed class that implements {@code X} implements {@code MobileX} too, and overrides
 * {@code NAME$mobile} with its fast body. A transformed call of {@code x.NAME(..)} becomes {@code
 * MobileX.NAME(c, x, ..)}, which enters the twin where there is one and the original where there is
 * none. The default twin forwards to the original, so that a twin stays a functional interface, and
 * a class that does not override it runs pinned.
 *
 * <p>The frames of this package hold no state: a capture unwinds through them, and a resumed caller
 * enters the frame of the body directly.
 */
@NullMarked
package io.leverage.continuation.twin;

import org.jspecify.annotations.NullMarked;
