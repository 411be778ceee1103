package io.leverage.preprocessor.differential;

import io.leverage.preprocessor.cli.PreprocessCommand;
import io.leverage.runtime.MobileProgram;
import io.leverage.runtime.MobileProgram.Ending;
import io.leverage.runtime.internal.exec.ProgramRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;
import javax.tools.ToolProvider;

/** Programs compiled twice: as they are, and preprocessed. */
public final class Variants {
  private final Path plain;
  private final Path mobile;

  private Variants(Path folder) {
    plain = folder.resolve("plain");
    mobile = folder.resolve("mobile");
  }

  /**
   * Compiles programs.
   *
   * @param sources their files, and those that they use
   * @param folder an empty folder
   * @throws AssertionError if they don't compile or are refused; its message says why
   */
  public static Variants compile(List<Path> sources, Path folder) throws IOException {
    Variants variants = new Variants(folder);
    Files.createDirectories(variants.plain);
    variants.compilePlain(sources);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--class-path",
                System.getProperty("java.class.path"),
                "-d",
                folder.resolve("generated").toString(),
                "--compile",
                variants.mobile.toString()));
    sources.forEach(source -> arguments.add(source.toString()));
    PrintStream stream = new PrintStream(messages, true, StandardCharsets.UTF_8);
    int code = PreprocessCommand.run(arguments.toArray(String[]::new), stream, stream);
    if (code != PreprocessCommand.OK) {
      throw new AssertionError("refused: " + messages.toString(StandardCharsets.UTF_8));
    }
    return variants;
  }

  private void compilePlain(List<Path> sources) {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-g",
                "-d",
                plain.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    sources.forEach(source -> arguments.add(source.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new AssertionError(messages.toString(StandardCharsets.UTF_8));
    }
  }

  /** Gets the class file of a program as it is. */
  Path plainClass(String name) {
    return plain.resolve(name + ".class");
  }

  /** Gets the class file of a preprocessed program. */
  Path mobileClass(String name) {
    return mobile.resolve(name + ".class");
  }

  /** Runs a program as it is. */
  public Behaviour runPlain(String main) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {plain.toUri().toURL()}, Variants.class.getClassLoader())) {
      return Behaviour.of(() -> call(loader, main));
    }
  }

  private static Throwable call(ClassLoader loader, String main) throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                Class<?> type = Class.forName(main, false, loader);
                type.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
              } catch (InvocationTargetException e) {
                failure.set(e.getCause());
              } catch (ReflectiveOperationException e) {
                failure.set(e);
              }
            },
            "main");
    thread.start();
    thread.join();
    return failure.get();
  }

  /** Runs a preprocessed program, and tells the safepoints that it met. */
  public Run runMobile(String main, LongPredicate captureAt) throws Exception {
    AtomicReference<Ending> ending = new AtomicReference<>();
    Behaviour behaviour =
        Behaviour.of(
            () -> {
              ProgramRun run =
                  new MobileProgram(List.of(mobile.toUri().toURL()), main, List.of())
                      .prepare(captureAt);
              ending.set(run.run());
              return ending.get().failure();
            });
    return new Run(behaviour, ending.get());
  }

  /** What a run did, and how it ended. */
  public record Run(Behaviour behaviour, Ending ending) {}
}
