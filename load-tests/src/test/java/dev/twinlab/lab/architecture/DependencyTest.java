package dev.twinlab.lab.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Dependencies point one way: services to contract; lab to contract and migrations; nothing to a service. */
class DependencyTest {
    private static JavaClasses project;

    @BeforeAll
    static void importEverything() {
        project = new ClassFileImporter()
                .importPaths(
                        Stream.of("shared-contract", "migrations", "helidon-service", "micronaut-service", "load-tests")
                                .map(ProjectFolders::classes)
                                .toList());
    }

    @Test
    void every_module_is_looked_at() {
        for (String name : List.of("contract", "migrations", "helidon", "micronaut", "lab")) {
            if (project.stream().noneMatch(it -> it.getPackageName().startsWith("dev.twinlab." + name))) {
                throw new AssertionError("no class of dev.twinlab." + name + " was imported");
            }
        }
    }

    @Test
    void nothing_depends_on_a_service() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.twinlab.contract..", "dev.twinlab.migrations..", "dev.twinlab.lab..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.twinlab.helidon..", "dev.twinlab.micronaut..")
                .check(project);
    }

    @Test
    void the_twins_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("dev.twinlab.helidon..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.twinlab.micronaut..", "io.micronaut..")
                .check(project);
        noClasses()
                .that()
                .resideInAPackage("dev.twinlab.micronaut..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.twinlab.helidon..", "io.helidon..")
                .check(project);
    }

    @Test
    void services_know_neither_lab_nor_migrations_nor_the_conformance_suite() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.twinlab.helidon..", "dev.twinlab.micronaut..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.twinlab.lab..", "dev.twinlab.migrations..", "dev.twinlab.contract.conformance..")
                .check(project);
    }

    @Test
    void what_the_services_take_from_the_contract_needs_no_library() {
        classes()
                .that()
                .resideInAPackage("dev.twinlab.contract..")
                .and()
                .resideOutsideOfPackage("dev.twinlab.contract.conformance..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "dev.twinlab.contract..", "jakarta.validation..", "org.jspecify.annotations..")
                .check(project);
    }

    @Test
    void analyse_and_report_work_from_files_alone() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.twinlab.lab.analyse..", "dev.twinlab.lab.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.twinlab.lab.run..", "dev.twinlab.lab.tool..", "java.net.http..", "java.sql..")
                .check(project);
    }
}
