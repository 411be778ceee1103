/**
 * What a runtime must provide to the API, and the operations that the API asks of it. User code
 * never names these types.
 */
@NullMarked
package io.leverage.spi;

import org.jspecify.annotations.NullMarked;
