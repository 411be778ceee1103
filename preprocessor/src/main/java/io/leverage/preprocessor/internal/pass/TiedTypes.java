package io.leverage.preprocessor.internal.pass;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * The types of the JDK no object of which can travel, of whatever class it is: the codec refuses
 * them all. Types such as {@code InputStream} and {@code Lock} are not among them: some of their
 * classes travel.
 */
final class TiedTypes {
  private static final String TIED = "open it where it is used, in a method without safepoints";
  private static final String CLOSED =
      "keep what it was made of across the safepoint, and make it again";
  private static final String THREADS =
      "use virtual threads, messages and global variables instead";
  private static final String STREAM = "end the stream within one expression";
  private static final String LOCAL = "keep its value in a local";

  private static final Map<String, String> REMEDIES = new HashMap<>();

  static {
    note(
        TIED,
        "java.io.FileInputStream",
        "java.io.FileOutputStream",
        "java.io.RandomAccessFile",
        "java.io.InputStreamReader",
        "java.io.OutputStreamWriter",
        "java.io.BufferedInputStream",
        "java.io.BufferedWriter",
        "java.io.DataInputStream",
        "java.io.ObjectInputStream",
        "java.io.ObjectOutputStream",
        "java.net.Socket",
        "java.net.ServerSocket",
        "java.net.DatagramSocket",
        "java.nio.channels.FileChannel",
        "java.nio.channels.SelectableChannel",
        "java.nio.channels.Selector",
        "java.util.zip.ZipFile",
        "java.lang.Process",
        "java.sql.Connection",
        "java.sql.Statement",
        "java.sql.ResultSet");
    note(
        CLOSED,
        "java.util.Scanner",
        "java.util.StringJoiner",
        "java.util.SplittableRandom",
        "java.time.format.DateTimeFormatter");
    note(
        THREADS,
        "java.lang.Thread",
        "java.lang.ThreadGroup",
        "java.util.Timer",
        "java.util.concurrent.AbstractExecutorService",
        "java.util.concurrent.ExecutorService",
        "java.util.concurrent.ForkJoinTask",
        "java.util.concurrent.CompletableFuture",
        "java.util.concurrent.Exchanger",
        "java.util.concurrent.Phaser");
    note(
        STREAM,
        "java.util.stream.BaseStream",
        "java.util.Spliterator",
        "java.nio.file.DirectoryStream");
    note(LOCAL, "java.lang.ThreadLocal");
  }

  private TiedTypes() {}

  private static void note(String remedy, String... names) {
    for (String name : names) {
      REMEDIES.put(name, remedy);
    }
  }

  /** The names of all of them. */
  static Set<String> names() {
    return Set.copyOf(REMEDIES.keySet());
  }

  /** Finds which of them a type is, or extends; null if it may travel. */
  static @Nullable String of(TypeMirror type, Types types) {
    return find(types.erasure(type), types, new HashSet<>());
  }

  /** Says what to do about a type. */
  static String remedy(String name) {
    return Objects.requireNonNull(REMEDIES.get(name));
  }

  private static @Nullable String find(TypeMirror type, Types types, Set<String> seen) {
    if (type.getKind() != TypeKind.DECLARED
        || !(((DeclaredType) type).asElement() instanceof TypeElement element)) {
      return null;
    }
    String name = element.getQualifiedName().toString();
    if (REMEDIES.containsKey(name)) {
      return name;
    }
    boolean isOfJdk = name.startsWith("java.") || name.startsWith("javax.");
    for (TypeMirror parent : types.directSupertypes(type)) {
      // A class of the program may implement an interface of the JDK, and travel.
      boolean isClass = ((DeclaredType) parent).asElement().getKind().isClass();
      String found =
          (isClass || isOfJdk) && seen.add(parent.toString()) ? find(parent, types, seen) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
