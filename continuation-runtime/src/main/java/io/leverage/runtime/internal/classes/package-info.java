/** Rewriting of class files on load. */
@NullMarked
package io.leverage.runtime.internal.classes;

import org.jspecify.annotations.NullMarked;
