package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import java.io.PrintStream;

/**
 * Writes {@link System#out} and {@link System#err} by their names: a call of {@code println(f())}
 * evaluates the stream before {@code f()}, so it is in the frame. They are those of the process
 * that the thread goes on in.
 */
public final class StandardStreamSerializer extends Serializer<PrintStream> {
  private static final int OUT = 1;
  private static final int ERR = 2;

  /** Gets the standard streams, as a program may have set them. */
  public static Object[] all() {
    return new Object[] {System.in, System.out, System.err};
  }

  /** Tells whether an object is one of the two, now. */
  @SuppressWarnings("ReferenceEquality") // the very stream
  static boolean isStandard(Object object) {
    return object == System.out || object == System.err;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the very stream
  public void write(Kryo kryo, Output output, PrintStream stream) {
    if (!isStandard(stream)) {
      throw ((GraphKryo) kryo).at().refuse(stream.getClass(), Remedy.of(stream.getClass()));
    }
    output.writeByte(stream == System.out ? OUT : ERR);
  }

  @Override
  public PrintStream read(Kryo kryo, Input input, Class<? extends PrintStream> type) {
    PrintStream stream =
        switch (input.readByte()) {
          case OUT -> System.out;
          case ERR -> System.err;
          default -> throw new RefusedException("corrupt checkpoint: no such standard stream.");
        };
    kryo.reference(stream);
    return stream;
  }
}
