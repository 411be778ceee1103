package io.leverage.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The allowed arrows between the packages of this module. */
class ArchitectureTest {
  private static final String ROOT = "io.leverage.runtime";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void rewritingKnowsNothingOfTheRest() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".internal.classes")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, ROOT + ".cli", ROOT + ".internal.codec", ROOT + ".internal.exec")
        .check(CLASSES);
  }

  @Test
  void theCodecKnowsOnlyWhatTheLoaderAdds() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".internal.codec")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, ROOT + ".cli", ROOT + ".internal.exec")
        .check(CLASSES);
  }

  @Test
  void kryoIsInTheCodecAndAsmInTheLoaders() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".internal.codec")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.esotericsoftware..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".cli", ROOT + ".internal.codec")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.objectweb.asm..")
        .check(CLASSES);
  }

  @Test
  void internalPackagesHaveNoCyclesAndNobodyNeedsTheCommandLine() {
    slices().matching(ROOT + ".internal.(*)..").should().beFreeOfCycles().check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".cli")
        .check(CLASSES);
  }
}
