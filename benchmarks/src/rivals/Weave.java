import com.offbynull.coroutines.instrumenter.InstrumentationSettings;
import com.offbynull.coroutines.instrumenter.Instrumenter;
import com.offbynull.coroutines.instrumenter.generators.DebugGenerators.MarkerType;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.javaflow.spi.ResourceTransformer;
import org.apache.commons.javaflow.tools.jar.RewritingUtils;

/**
 * Runs the rivals' own instrumentation over the classes in a folder. Arguments: the rival, the
 * folder, one for what comes out. A class that it fails on is named, and left out.
 */
class Weave {
  private interface Weaver {
    byte[] weave(byte[] classFile) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Path in = Path.of(args[1]);
    Path out = Path.of(args[2]);
    if (args[0].equals("kilim")) {
      kilim.tools.Weaver.main(new String[] {"-d", out.toString(), in.toString()});
      copyOthers(in, out);
      return;
    }
    Weaver weaver = args[0].equals("javaflow") ? javaflow(in) : coroutines(in);
    for (Path file : classes(in)) {
      Path target = out.resolve(in.relativize(file));
      Files.createDirectories(target.getParent());
      try {
        Files.write(target, weaver.weave(Files.readAllBytes(file)));
      } catch (Exception e) {
        System.err.println(args[0] + " fails on " + file.getFileName() + ": " + e);
      }
    }
  }

  private static Weaver javaflow(Path in) throws IOException {
    List<URL> path = new ArrayList<>(List.of(in.toUri().toURL()));
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(each).toUri().toURL());
    }
    ResourceTransformer transformer = RewritingUtils.createTransformer(path.toArray(URL[]::new));
    return bytes -> {
      byte[] woven = transformer.transform(bytes);
      return woven == null ? bytes : woven;
    };
  }

  private static Weaver coroutines(Path in) throws IOException {
    List<File> path = new ArrayList<>(List.of(in.toFile()));
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(new File(each));
    }
    Instrumenter instrumenter = new Instrumenter(path);
    InstrumentationSettings settings = new InstrumentationSettings(MarkerType.NONE, false, false);
    return bytes -> instrumenter.instrument(bytes, settings).getInstrumentedClass();
  }

  // Kilim writes only what it changes.
  private static void copyOthers(Path in, Path out) throws IOException {
    for (Path file : classes(in)) {
      Path target = out.resolve(in.relativize(file));
      if (!Files.exists(target)) {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private static List<Path> classes(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }
}
