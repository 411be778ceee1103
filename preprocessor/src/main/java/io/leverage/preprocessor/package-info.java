/**
 * The preprocessor: a source-to-source compiler that makes the methods in which a thread can be
 * captured resumable.
 */
@NullMarked
package io.leverage.preprocessor;

import org.jspecify.annotations.NullMarked;
