package io.leverage.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leverage.RefusedException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class UserStreamsTest {
  private final StateCodec codec = new StateCodec(UserStreamsTest.class.getClassLoader());

  static class Bytes extends ByteArrayInputStream {
    final byte[] source;

    Bytes(byte[] source) {
      super(source);
      this.source = source;
    }
  }

  static class Filter extends FilterInputStream {
    Filter(InputStream in) {
      super(in);
    }
  }

  /** Its flag is never set. */
  static class Leaving extends FilterOutputStream {
    Leaving(OutputStream out) {
      super(out);
    }

    @Override
    public void close() throws IOException {
      out.write('!');
    }
  }

  /** Whether its flag is set can't be seen. */
  static class Passing extends FilterOutputStream {
    Passing(OutputStream out) {
      super(out);
    }

    @Override
    public void close() throws IOException {
      super.close();
    }
  }

  static class Inheriting extends FilterOutputStream {
    Inheriting(OutputStream out) {
      super(out);
    }
  }

  static class Lines extends BufferedReader {
    Lines(String text) {
      super(new StringReader(text));
    }
  }

  @Test
  void inputKeepsItsPlaceAndSharesItsArray() throws IOException {
    Bytes bytes = new Bytes(new byte[] {1, 2, 3, 4, 5});
    Filter filter = new Filter(bytes);
    assertThat(filter.read()).isEqualTo(1);
    bytes.mark(0);
    assertThat(filter.read()).isEqualTo(2);
    Object[] copies = (Object[]) codec.read(codec.write(new Object[] {filter, bytes}));
    Filter filterCopy = (Filter) copies[0];
    Bytes bytesCopy = (Bytes) copies[1];
    bytesCopy.source[2] = 9;
    assertThat(filterCopy.read()).isEqualTo(9);
    filterCopy.reset();
    assertThat(bytesCopy.read()).isEqualTo(2);
    assertThat(bytes.read()).isEqualTo(3);
  }

  @Test
  void outputTravelsIfItsFlagIsNeverSet() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Leaving leaving = new Leaving(bytes);
    leaving.write('a');
    leaving.close();
    Object[] copies = (Object[]) codec.read(codec.write(new Object[] {leaving, bytes}));
    ((Leaving) copies[0]).write('b');
    ((Leaving) copies[0]).close();
    assertThat(copies[1]).hasToString("a!b!");
  }

  @Test
  void closedStateIsRefused() {
    OutputStream out = new ByteArrayOutputStream();
    for (Object closed : new Object[] {new Passing(out), new Inheriting(out), new Lines("a")}) {
      assertThatThrownBy(() -> codec.write(closed))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("whose state is closed");
    }
  }
}
