package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.leverage.junit.Mobile;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that are run by {@code MobileExtensionTest}: by themselves, some fail. */
@SuppressWarnings("NewClassNamingConvention")
public class MobileCases {
  private Tally tally;
  private static int finished;

  @BeforeEach
  void prepare() {
    tally = new Tally();
  }

  @AfterEach
  void finish() {
    finished++;
  }

  @Test
  @Mobile
  void passes() {
    assertEquals(45, tally.sumBelow(10));
    assertEquals(10, tally.steps().size());
    assertEquals(0, finished);
  }

  @Test
  @Mobile(every = 3)
  void fails() {
    assertEquals(44, tally.sumBelow(10));
  }

  @Test
  @Mobile
  void holdsWhatDoesNotTravel() {
    Lines lines = new Lines();
    assertEquals(45, tally.sumBelow(10));
    assertNotNull(lines);
  }

  @Test
  @Mobile(every = 1000)
  void isNeverFrozen() {
    assertEquals(45, tally.sumBelow(10));
  }

  @ParameterizedTest
  @Mobile(every = 2)
  @ValueSource(ints = {1, 5, 20})
  void takesArguments(int limit) {
    assertEquals(limit * (limit - 1) / 2, tally.sumBelow(limit));
  }

  /** A stream of the user's own class. */
  private static final class Lines extends StringReader {
    Lines() {
      super("text");
    }
  }

  @Test
  void isOrdinary() {
    assertEquals(List.of(), tally.steps());
  }
}
