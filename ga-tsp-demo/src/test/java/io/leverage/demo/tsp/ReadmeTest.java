package io.leverage.demo.tsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles, runs, and is what the demo itself does. */
class ReadmeTest {
  private static final Path README = Path.of("..", "README.md");

  @Test
  void theExampleCompilesAndRuns(@TempDir Path folder) throws Exception {
    String source =
        """
        import io.leverage.*;
        import io.leverage.demo.tsp.*;
        import java.util.*;

        public class Example {
          public static void run(Cities cities, Archipelago archipelago) throws Exception {
            %s
          }
        }
        """
            .formatted(block("java"));
    Path file = Files.writeString(folder.resolve("Example.java"), source);
    String classPath = System.getProperty("java.class.path");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, file.toString()))
        .isZero();

    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      loader
          .loadClass("Example")
          .getMethod("run", Cities.class, Archipelago.class)
          .invoke(null, Instances.find("berlin52"), new Archipelago(2, 20, 10, 1));
    }
  }

  @Test
  void theBuildSnippetIsTheDemosOwn() throws Exception {
    String snippet = block("xml").replace("0.1.0-SNAPSHOT", "${project.version}");

    assertThat(snippet.lines()).hasSizeLessThan(15);
    assertThat(words(Files.readString(Path.of("pom.xml")))).contains(words(snippet));
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String block(String language) throws Exception {
    String text = Files.readString(README);
    int start = text.indexOf("```" + language + "\n") + language.length() + 4;
    return text.substring(start, text.indexOf("```", start));
  }
}
