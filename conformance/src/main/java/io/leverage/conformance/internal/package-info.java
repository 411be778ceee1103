/** Libraries, their compilation, and their tests run in three ways. */
@NullMarked
package io.leverage.conformance.internal;

import org.jspecify.annotations.NullMarked;
