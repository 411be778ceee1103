/** JavaParser trees with javac's attribution joined to them. */
@NullMarked
package io.leverage.preprocessor.internal.parse;

import org.jspecify.annotations.NullMarked;
