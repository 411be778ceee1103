package io.leverage.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The allowed arrows of this module. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.leverage.junit");

  @Test
  void onlyPublicPartsOfTheOtherModulesAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.leverage.runtime.internal..",
            "io.leverage.preprocessor.internal..",
            "io.leverage.continuation..")
        .check(CLASSES);
  }

  @Test
  void fixturesKnowNothingOfJunit() {
    classes()
        .that()
        .haveSimpleName("MobileFixture")
        .or()
        .haveSimpleName("FixtureMethods")
        .or()
        .haveSimpleName("TestCall")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("org.junit..", "junit..")
        .check(CLASSES);
  }
}
