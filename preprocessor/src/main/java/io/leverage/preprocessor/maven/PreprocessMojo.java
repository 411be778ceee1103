package io.leverage.preprocessor.maven;

import io.leverage.preprocessor.Diagnostic;
import io.leverage.preprocessor.DiagnosticPrinter;
import io.leverage.preprocessor.Preprocessor;
import io.leverage.preprocessor.PreprocessorBug;
import io.leverage.preprocessor.PreprocessorOptions;
import io.leverage.preprocessor.PreprocessorResult;
import io.leverage.preprocessor.Severity;
import io.leverage.preprocessor.UsageException;
import io.leverage.preprocessor.internal.output.ProgramTypes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Preprocesses the project's sources, and lets Maven compile the result instead of them. The
 * sources stay where they are; errors in them are reported at their own lines.
 */
@Mojo(
    name = "preprocess",
    defaultPhase = LifecyclePhase.GENERATE_SOURCES,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class PreprocessMojo extends AbstractMojo {
  /** The project, whose compile source roots are replaced by the output. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** Where the transformed sources go. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/leverage")
  private File outputDirectory;

  /** The Java release of the sources. */
  @Parameter(property = "maven.compiler.release")
  private String release;

  /** Skips the preprocessor. */
  @Parameter(property = "leverage.skip", defaultValue = "false")
  private boolean skip;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    List<Path> roots =
        project.getCompileSourceRoots().stream()
            .map(Path::of)
            .filter(Files::isDirectory)
            .filter(root -> !root.equals(outputDirectory.toPath()))
            .toList();
    if (skip || roots.isEmpty()) {
      getLog().info("nothing to preprocess");
      return;
    }
    report(preprocess(roots));
    project.getCompileSourceRoots().clear();
    project.addCompileSourceRoot(outputDirectory.getPath());
    copyTypes();
  }

  private PreprocessorResult preprocess(List<Path> roots)
      throws MojoExecutionException, MojoFailureException {
    try {
      List<Path> classPath = project.getCompileClasspathElements().stream().map(Path::of).toList();
      return Preprocessor.run(
          new PreprocessorOptions(roots, classPath, outputDirectory.toPath(), null, release()));
    } catch (DependencyResolutionRequiredException | PreprocessorBug e) {
      throw new MojoExecutionException(e.getMessage(), e);
    } catch (UsageException e) {
      throw new MojoFailureException(e.getMessage(), e);
    }
  }

  /** The list of the program's types isn't compiled: it goes beside the classes as it is. */
  private void copyTypes() throws MojoExecutionException {
    Path target = Path.of(project.getBuild().getOutputDirectory()).resolve(ProgramTypes.PLACE);
    try {
      Files.createDirectories(target.getParent());
      Files.copy(
          outputDirectory.toPath().resolve(ProgramTypes.PLACE),
          target,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new MojoExecutionException("can't write " + target, e);
    }
  }

  private int release() throws MojoFailureException {
    try {
      return release == null ? Runtime.version().feature() : Integer.parseInt(release);
    } catch (NumberFormatException e) {
      throw new MojoFailureException(
          "maven.compiler.release is '" + release + "': set it to a number such as 17", e);
    }
  }

  private void report(PreprocessorResult result) throws MojoFailureException {
    DiagnosticPrinter printer = new DiagnosticPrinter();
    for (Diagnostic each : result.diagnostics()) {
      if (each.severity() == Severity.ERROR) {
        getLog().error(printer.format(each));
      } else {
        getLog().warn(printer.format(each));
      }
    }
    if (result.failed()) {
      throw new MojoFailureException("the sources can't be preprocessed: see the errors above");
    }
    getLog()
        .info(
            "preprocessed "
                + result.files().size()
                + " files: "
                + result.transformed()
                + " transformed, "
                + result.written()
                + " written");
  }
}
