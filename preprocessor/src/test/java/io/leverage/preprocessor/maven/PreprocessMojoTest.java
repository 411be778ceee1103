package io.leverage.preprocessor.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreprocessMojoTest {
  @TempDir Path folder;
  private final List<String> logged = new ArrayList<>();

  @Test
  void replacesTheSourceRoots() throws Exception {
    MavenProject project = project("class A { int x; }\n");
    mojo(project).execute();
    Path output = folder.resolve("target/generated-sources/leverage");
    assertThat(project.getCompileSourceRoots()).containsExactly(output.toString());
    assertThat(output.resolve("A.java")).hasContent("class A { int x; }\n");
    assertThat(folder.resolve("src/A.java")).exists();
  }

  @Test
  void failsTheBuildWithTheUsersFile() throws Exception {
    MavenProject project = project("class A { int x = true; }\n");
    assertThatThrownBy(() -> mojo(project).execute()).isInstanceOf(MojoFailureException.class);
    assertThat(logged).singleElement().asString().contains(folder.resolve("src/A.java") + ":1:19");
    assertThat(project.getCompileSourceRoots()).containsExactly(folder.resolve("src").toString());
  }

  private MavenProject project(String source) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src"));
    Files.writeString(sources.resolve("A.java"), source);
    MavenProject project = new MavenProject();
    Build build = new Build();
    build.setOutputDirectory(folder.resolve("target/classes").toString());
    project.setBuild(build);
    project.setArtifacts(Set.of());
    project.addCompileSourceRoot(sources.toString());
    return project;
  }

  private PreprocessMojo mojo(MavenProject project) throws ReflectiveOperationException {
    PreprocessMojo mojo = new PreprocessMojo();
    set(mojo, "project", project);
    set(mojo, "outputDirectory", folder.resolve("target/generated-sources/leverage").toFile());
    set(mojo, "release", "17");
    mojo.setLog(
        new SystemStreamLog() {
          @Override
          public void error(CharSequence content) {
            logged.add(content.toString());
          }
        });
    return mojo;
  }

  private static void set(PreprocessMojo mojo, String name, Object value)
      throws ReflectiveOperationException {
    Field field = PreprocessMojo.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(mojo, value);
  }
}
