package io.leverage.runtime.internal.exec;

import io.leverage.RefusedException;
import io.leverage.continuation.Frame;
import io.leverage.runtime.MobileClassLoader;
import io.leverage.runtime.StateCodec;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A captured stack, to be looked at: its activations with their locals, innermost first.
 *
 * @param what what the file holds, in words
 * @param bytes the size of the file
 * @param activations the active methods
 */
public record FrozenStack(String what, int bytes, List<Activation> activations) {
  /**
   * One active method.
   *
   * @param method its class and name
   * @param file the source file's name
   * @param line where it stopped; -1 if unknown
   * @param pc its artificial program counter
   * @param version identifies its source and layout
   * @param bytes the size of its frame and all that it reaches, what it shares with others included
   * @param locals what it holds
   */
  public record Activation(
      String method, String file, int line, int pc, long version, int bytes, List<Local> locals) {}

  /**
   * A local variable; one that isn't needed any more has its type's default value.
   *
   * @param name its name; {@code this} for the object that the method runs on
   * @param type its erased type
   * @param value its value, shortened
   */
  public record Local(String name, String type, String value) {}

  /**
   * Reads a file: a frozen program, or the image of a checkpoint.
   *
   * @param file its place
   * @param classPath the program's classes
   * @param standard what a frozen program finds again in each process
   * @return its stack
   * @throws RefusedException if it holds no stack, or one of other classes
   */
  public static FrozenStack read(Path file, List<URL> classPath, List<Object> standard) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new RefusedException("can't read " + file + ": " + e, e);
    }
    URL[] urls = classPath.toArray(URL[]::new);
    ClassLoader parent = FrozenStack.class.getClassLoader();
    if (FrozenProgram.isOne(bytes)) {
      FrozenProgram program = FrozenProgram.read(file);
      ProgramLoader loader = new ProgramLoader(urls, parent, program.initialised());
      return of(
          "program " + program.mainClass(),
          bytes.length,
          Incarnations.thawed(loader, program.state(), standard));
    }
    StateCodec codec = new StateCodec(new MobileClassLoader(urls, parent));
    if (codec.read(bytes) instanceof Frame[] frames) {
      return of("virtual thread", bytes.length, List.of(frames));
    }
    throw new RefusedException(
        file + " holds no stack: it is the checkpoint of a task that hasn't run yet.");
  }

  private static FrozenStack of(String what, int size, List<Frame> frames) {
    List<Activation> activations = new ArrayList<>();
    for (Frame frame : frames) {
      activations.add(
          new Activation(
              frame.method(),
              file(frame.method()),
              frame.line(),
              frame.pc,
              frame.version(),
              size(frame),
              locals(frame)));
    }
    return new FrozenStack(what, size, activations);
  }

  private static int size(Frame frame) {
    return StateCodec.inProcess(
            frame.getClass().getClassLoader(), new ArrayList<>(), (field, value) -> {})
        .write(frame)
        .length;
  }

  private static String file(String method) {
    int dot = method.lastIndexOf('.');
    String type = method.substring(method.lastIndexOf('.', dot - 1) + 1, Math.max(dot, 0));
    int nested = type.indexOf('$', 1);
    return (nested < 0 ? type : type.substring(0, nested)) + ".java";
  }

  private static List<Local> locals(Frame frame) {
    List<Local> locals = new ArrayList<>();
    for (Field field : frame.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        try {
          locals.add(
              new Local(
                  name(field.getName()),
                  field.getType().getSimpleName(),
                  ValueText.of(field.get(frame))));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return locals;
  }

  private static String name(String field) {
    return switch (field) {
      case "self$" -> "this";
      case "local$pc" -> "pc";
      default -> field;
    };
  }
}
