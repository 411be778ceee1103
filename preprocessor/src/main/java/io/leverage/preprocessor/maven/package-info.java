/** The Maven plugin: a thin cover of the preprocessor. */
@NullMarked
package io.leverage.preprocessor.maven;

import org.jspecify.annotations.NullMarked;
