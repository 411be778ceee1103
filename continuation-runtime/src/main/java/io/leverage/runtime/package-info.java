/** Captured stacks as bytes, the class loader of mobile code, and running a main in process. */
@NullMarked
package io.leverage.runtime;

import org.jspecify.annotations.NullMarked;
