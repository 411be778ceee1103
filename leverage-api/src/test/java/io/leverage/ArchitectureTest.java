package io.leverage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Draws the allowed arrows of the API. */
class ArchitectureTest {
  private final JavaClasses api =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.leverage");

  @Test
  void theApiHasNoDependencies() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.leverage..", "org.jspecify..")
        .check(api);
  }

  @Test
  void theContractOfGeneratedCodeKnowsOnlyTheExceptions() {
    noClasses()
        .that()
        .resideInAPackage("io.leverage.continuation")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.leverage.spi")
        .check(api);
    slices().matching("io.leverage.(continuation)..").should().beFreeOfCycles().check(api);
  }
}
