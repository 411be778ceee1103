package io.leverage.runtime;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import io.leverage.RefusedException;
import io.leverage.runtime.internal.codec.CarriedObjects;
import io.leverage.runtime.internal.codec.GraphKryo;
import io.leverage.runtime.internal.codec.GuardedInput;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes captured stacks and user values as bytes and restores them, with the identity of shared
 * objects and with cycles.
 *
 * <p>An object of a user's class is its fields, whatever its constructors do. An object of a JDK
 * class is restored through the class's own contract: its Java serialised form, or its public
 * operations. What has neither is refused by name, with the path that leads to it. Collections that
 * hash or compare are filled last, when their elements are whole. Objects that hash by identity
 * keep their identity hash code where the JVM is HotSpot and was started with {@code --add-opens
 * java.base/jdk.internal.misc=ALL-UNNAMED}, as workers are.
 *
 * <p>The bytes are a header (magic, version, CRC-32C) and the graph. Damaged bytes are refused.
 *
 * <p>Confined to one thread.
 */
public final class StateCodec {
  private static final int MAGIC = 0x4C565333;
  private static final int CHECKSUM_AT = 4;
  private static final int HEADER = 8;
  private static final int INITIAL_BUFFER = 1024;

  private final GraphKryo kryo;

  /**
   * Creates a codec. Transient fields are not written.
   *
   * @param loader finds the user's classes when bytes are read
   */
  public StateCodec(ClassLoader loader) {
    this(new GraphKryo(loader, null, (field, value) -> {}));
  }

  private StateCodec(GraphKryo kryo) {
    this.kryo = kryo;
  }

  /**
   * Creates a codec for a move between class loaders of one process. It also writes transient
   * fields, keeps strings interned, writes enum constants as objects, and carries objects of some
   * JDK classes that can't be serialised, such as streams, by reference.
   *
   * @param loader finds the user's classes when bytes are read
   * @param carried the objects that are carried by reference; share one list between the codec that
   *     writes and the one that reads
   * @param finalFields takes the values of static fields that can't be set, those of interfaces
   * @return a codec
   */
  public static StateCodec inProcess(
      ClassLoader loader, List<Object> carried, BiConsumer<Field, @Nullable Object> finalFields) {
    return new StateCodec(new GraphKryo(loader, new CarriedObjects(carried, true), finalFields));
  }

  /**
   * Creates a codec for a whole program that moves between processes: as {@link #inProcess}, but of
   * what can't be serialised only each process's standard objects are carried.
   *
   * @param loader finds the user's classes when bytes are read
   * @param standard this process's standard objects, in an order that all processes keep
   * @param finalFields takes the values of static fields that can't be set, those of interfaces
   * @return a codec
   */
  public static StateCodec betweenProcesses(
      ClassLoader loader, List<Object> standard, BiConsumer<Field, @Nullable Object> finalFields) {
    return new StateCodec(new GraphKryo(loader, new CarriedObjects(standard, false), finalFields));
  }

  /**
   * Writes a graph.
   *
   * @param graph its root; null is allowed
   * @return the bytes
   * @throws RefusedException if something in it can't be serialised; the message names the path
   */
  public byte[] write(@Nullable Object graph) {
    Output output = new Output(INITIAL_BUFFER, -1);
    output.writeBytes(new byte[HEADER]);
    try {
      kryo.begin();
      kryo.writeGraph(output, graph);
    } catch (StackOverflowError e) {
      throw new RefusedException(
          kryo.path()
              + " is nested too deeply to be serialised: hold long chains of objects in an array or"
              + " a list, or run with a larger thread stack.",
          e);
    } catch (KryoException e) {
      throw refusal(e, kryo.path() + " can't be serialised: " + e.getMessage());
    } finally {
      kryo.reset();
    }
    byte[] bytes = output.toBytes();
    ByteBuffer.wrap(bytes).putInt(MAGIC).putInt(checksum(bytes));
    return bytes;
  }

  /**
   * Restores a graph.
   *
   * @param bytes what {@link #write} gave
   * @return the root
   * @throws RefusedException if the bytes are damaged, or need a class that the loader doesn't have
   */
  public @Nullable Object read(byte[] bytes) {
    if (bytes.length < HEADER || ByteBuffer.wrap(bytes).getInt(0) != MAGIC) {
      throw new RefusedException(
          "corrupt checkpoint: no header of this version. It was truncated, or written by another"
              + " version of Leverage.");
    }
    if (ByteBuffer.wrap(bytes).getInt(CHECKSUM_AT) != checksum(bytes)) {
      throw new RefusedException("corrupt checkpoint: the checksum differs. Use another copy.");
    }
    Input input = new GuardedInput(bytes, HEADER, bytes.length - HEADER);
    try {
      kryo.begin();
      return kryo.readGraph(input);
    } catch (RefusedException e) {
      throw e;
    } catch (KryoException e) {
      throw refusal(e, "corrupt checkpoint, or one of other classes: " + e.getMessage());
    } catch (StackOverflowError | LinkageError | RuntimeException e) {
      throw new RefusedException("corrupt checkpoint, or one of other classes: " + e, e);
    } finally {
      kryo.reset();
    }
  }

  private static RefusedException refusal(KryoException e, String otherwise) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof RefusedException refused) {
        return refused;
      }
    }
    return new RefusedException(otherwise, e);
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, HEADER, bytes.length - HEADER);
    return (int) crc.getValue();
  }
}
