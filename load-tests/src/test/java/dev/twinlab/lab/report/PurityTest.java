package dev.twinlab.lab.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A verdict is a function of files: what could make it differ from one day or machine to the next is not within reach. */
class PurityTest {
    private static final String[] PURE = {
        "dev.twinlab.lab.analyse..", "dev.twinlab.lab.report..", "dev.twinlab.lab.compare.."
    };

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.twinlab.lab");

    @Test
    void noClockNoNetworkNoChance() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.time..", "java.util.random..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .check(classes);
    }

    @Test
    void noLocaleButTheRoot() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(classes);
    }

    @Test
    void analyseAndReportKnowNothingOfRunning() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.twinlab.lab.run..",
                        "dev.twinlab.lab.tool..",
                        "dev.twinlab.lab.plan..",
                        "dev.twinlab.lab.cli..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("dev.twinlab.lab.analyse..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.twinlab.lab.report..")
                .check(classes);
    }
}
