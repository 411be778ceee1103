package io.leverage.preprocessor.maven;

import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticPrinter;
import io.leverage.preprocessor.ExplainResult;
import io.leverage.preprocessor.Explanation;
import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorBug;
import io.leverage.preprocessor.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Says why a method of the project is, or is not, checkpointable. */
@Mojo(name = "explain", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
  /** The project, whose sources are read. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** The method: {@code METHOD} or {@code CLASS.METHOD}. */
  @Parameter(property = "leverage.method", required = true)
  private String method;

  /** The Java release of the sources. */
  @Parameter(property = "maven.compiler.release", defaultValue = "17")
  private int release;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    List<Path> roots =
        project.getCompileSourceRoots().stream().map(Path::of).filter(Files::isDirectory).toList();
    try {
      List<Path> classPath = project.getCompileClasspathElements().stream().map(Path::of).toList();
      report(Preprocessor.explain(roots, classPath, release, method));
    } catch (DependencyResolutionRequiredException | PreprocessorBug e) {
      throw new MojoExecutionException(e.getMessage(), e);
    } catch (UsageException e) {
      throw new MojoFailureException(e.getMessage(), e);
    }
  }

  private void report(ExplainResult result) throws MojoFailureException {
    DiagnosticPrinter printer = new DiagnosticPrinter();
    for (Diagnostic each : result.diagnostics()) {
      getLog().error(printer.format(each));
    }
    for (Explanation each : result.explanations()) {
      getLog().info(each.text());
    }
    if (!result.diagnostics().isEmpty()) {
      throw new MojoFailureException("the sources have errors: see above");
    }
  }
}
