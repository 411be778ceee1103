package io.leverage;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method in which a running thread can be captured.
 *
 * <p>On a method of the user's sources it makes the method an entry point for the preprocessor,
 * beside {@code main} and the tasks that are found without it. On a compiled method it says that
 * the method has a twin with a leading {@link io.leverage.continuation.Continuation} parameter.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface Checkpointable {}
