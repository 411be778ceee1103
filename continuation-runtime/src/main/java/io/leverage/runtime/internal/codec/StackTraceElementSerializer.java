package io.leverage.runtime.internal.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import org.jspecify.annotations.Nullable;

/** Writes elements of stack traces, so that they print as before. */
final class StackTraceElementSerializer extends Serializer<StackTraceElement> {
  @Override
  public void write(Kryo kryo, Output output, StackTraceElement element) {
    String text = element.toString();
    String loader = element.getClassLoaderName();
    // Which parts are printed is a private flag; parts that aren't printed are left out.
    output.writeString(loader != null && text.startsWith(loader + "/") ? loader : null);
    output.writeString(element.getModuleName());
    output.writeString(
        text.contains("@" + element.getModuleVersion() + "/") ? element.getModuleVersion() : null);
    output.writeString(element.getClassName());
    output.writeString(element.getMethodName());
    output.writeString(element.getFileName());
    output.writeVarInt(element.getLineNumber(), false);
  }

  @Override
  public StackTraceElement read(Kryo kryo, Input input, Class<? extends StackTraceElement> type) {
    @Nullable String[] parts = new @Nullable String[6];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = input.readString();
    }
    return element(parts, input.readVarInt(false));
  }

  @SuppressWarnings("NullAway") // class and method are never null when written
  private static StackTraceElement element(@Nullable String[] parts, int line) {
    return new StackTraceElement(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], line);
  }
}
