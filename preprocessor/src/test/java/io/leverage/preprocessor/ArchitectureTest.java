package io.leverage.preprocessor;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows that are allowed between the packages: parse, analysis, pass and emit, one way. */
class ArchitectureTest {
  private static final String ROOT = "io.leverage.preprocessor";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void stagesLookOnlyBack() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("entry")
        .definedBy(ROOT)
        .layer("outside")
        .definedBy(ROOT + ".cli", ROOT + ".maven")
        .layer("parse")
        .definedBy(ROOT + ".internal.parse")
        .layer("analysis")
        .definedBy(ROOT + ".internal.analysis")
        .layer("pass")
        .definedBy(ROOT + ".internal.pass")
        .layer("emit")
        .definedBy(ROOT + ".internal.emit")
        .layer("output")
        .definedBy(ROOT + ".internal.output")
        .whereLayer("outside")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("parse")
        .mayOnlyBeAccessedByLayers("analysis", "pass", "emit", "entry")
        .whereLayer("analysis")
        .mayOnlyBeAccessedByLayers("pass", "emit", "entry")
        .whereLayer("pass")
        .mayOnlyBeAccessedByLayers("output", "entry")
        .whereLayer("emit")
        .mayOnlyBeAccessedByLayers("pass", "entry")
        .whereLayer("output")
        .mayOnlyBeAccessedByLayers("entry")
        // The vocabulary in which all stages speak to the user.
        .ignoreDependency(
            alwaysTrue(),
            belongToAnyOf(
                Diagnostic.class,
                DiagnosticId.class,
                Severity.class,
                PreprocessorOptions.class,
                PreprocessorBug.class,
                UsageException.class))
        .check(CLASSES);
  }

  @Test
  void stagesDoNotKnowTheirDriver() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".internal..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Preprocessor.class, PreprocessorResult.class, DiagnosticPrinter.class)
        .check(CLASSES);
  }
}
