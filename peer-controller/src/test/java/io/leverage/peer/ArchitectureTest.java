package io.leverage.peer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String HERE = "io.leverage.peer";
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(HERE);

  @Test
  void jgroups_appears_in_the_mesh_and_where_the_store_takes_its_channel() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE + ".internal.mesh")
        .and()
        .haveSimpleNameNotContaining("MeshTransport")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jgroups..")
        .check(classes);
  }

  @Test
  void infinispan_appears_in_the_store() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE + ".internal.store")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.infinispan..")
        .check(classes);
  }

  @Test
  void links_know_nothing_of_what_stands_on_them() {
    classes()
        .that()
        .resideInAPackage(HERE + ".internal.unit")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            HERE + ".internal.unit",
            "io.leverage",
            "java..",
            "org.slf4j..",
            "org.jspecify..",
            "javax.annotation..")
        .check(classes);
  }

  @Test
  void the_mesh_and_the_store_know_nothing_of_the_roles() {
    noClasses()
        .that()
        .resideInAnyPackage(HERE + ".internal.mesh", HERE + ".internal.store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            HERE + ".internal.deploy..", HERE + ".internal.access..", HERE + ".cli..")
        .check(classes);
  }

  @Test
  void nothing_depends_on_the_command_line() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE + ".cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HERE + ".cli")
        .check(classes);
  }
}
