/** Running a program whose stack and statics move between class loaders. */
@NullMarked
package io.leverage.runtime.internal.exec;

import org.jspecify.annotations.NullMarked;
