package io.leverage.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a JUnit 5 test, or all of a class, as a virtual thread that is frozen, serialised to bytes
 * and thawed in a fresh class loader at every n-th safepoint. If it still passes, the code that it
 * tests is mobile.
 *
 * <pre>{@code
 * @Test
 * @Mobile(every = 7)
 * void toursGetShorter() { ... }
 * }</pre>
 *
 * <p>The sources of the project and of its tests are preprocessed when the first such test runs;
 * there is nothing to configure. They are looked for in {@code src/main/java} and {@code
 * src/test/java}, unless the configuration parameter {@code leverage.sources} names other folders,
 * parted as in a class path. Beside the safepoints of production code there is one at the entry of
 * each method.
 *
 * <p>A test fails if its state can't be serialised where it is frozen, and if it is never frozen.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(MobileExtension.class)
public @interface Mobile {
  /**
   * Freezes the test at each n-th safepoint.
   *
   * @return n, 1 or more
   */
  long every() default 1;

  /**
   * Ends the freezing after so many times, so that a test with long loops ends soon.
   *
   * @return how often at most
   */
  long atMost() default 200;
}
