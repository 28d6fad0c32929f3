package org.trialog.deploy.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** Holds the lines that {@code README.md} draws between the parts. */
@AnalyzeClasses(packages = "org.trialog", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final String EVENTS = "org.trialog.events..";
    private static final String COMMAND = "org.trialog.command..";
    private static final String QUERY = "org.trialog.query..";
    private static final String DEPLOY = "org.trialog.deploy..";

    @ArchTest
    static final ArchRule eventsDependOnNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(EVENTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND, QUERY, DEPLOY);

    @ArchTest
    static final ArchRule theCommandSideDoesNotKnowTheQuerySide = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUERY, DEPLOY);

    @ArchTest
    static final ArchRule theQuerySideDoesNotKnowTheCommandSide = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND, DEPLOY);

    @ArchTest
    static final ArchRule packagesOfTheEventsFormNoCircle =
            slices().matching("org.trialog.events.(**)").should().beFreeOfCycles();

    /** The rules of a subject are one slice: their book lists them, and they are written in its terms. */
    @ArchTest
    static final ArchRule packagesOfTheCommandSideFormNoCircle =
            slices().matching("org.trialog.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheQuerySideFormNoCircle =
            slices().matching("org.trialog.query.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheDeploymentFormNoCircle =
            slices().matching("org.trialog.deploy.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule decisionsKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.trialog.command.subject..",
                    "org.trialog.command.study..",
                    "org.trialog.command.batch..",
                    "org.trialog.command.judgement..",
                    "org.trialog.command.order..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "org.axonframework..", "java.sql..", "javax.sql..", "jakarta..");

    @ArchTest
    static final ArchRule foldsAndOutcomesArePure = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.trialog.query.outcome..",
                    "org.trialog.query.statistics..",
                    "org.trialog.query.worklist..",
                    "org.trialog.query.overview..",
                    "org.trialog.query.safety..",
                    "org.trialog.query.trace..",
                    "org.trialog.query.study..")
            .or()
            .haveFullyQualifiedName("org.trialog.query.record.SubjectRecord")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "java.sql..", "javax.sql..", "java.net..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule nothingPureReadsTheClock = noClasses()
            .that()
            .resideInAnyPackage(
                    EVENTS,
                    "org.trialog.command.subject..",
                    "org.trialog.command.study..",
                    "org.trialog.command.batch..",
                    "org.trialog.query.outcome..",
                    "org.trialog.query.worklist..",
                    "org.trialog.query.overview..",
                    "org.trialog.query.safety..",
                    "org.trialog.query.trace..",
                    "org.trialog.query.study..",
                    "org.trialog.query.record..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule statisticsUseStrictMathematics = noClasses()
            .that()
            .resideInAnyPackage("org.trialog.query.outcome..", "org.trialog.query.statistics..")
            .should()
            .callMethod(Math.class, "log", double.class)
            .orShould()
            .callMethod(Math.class, "exp", double.class)
            .orShould()
            .callMethod(Math.class, "pow", double.class, double.class);

    @ArchTest
    static final ArchRule namesAreTheFieldsWords = classes()
            .that()
            .resideInAPackage("org.trialog..")
            .should()
            .haveNameNotMatching(".*(Dto|Manager|Helper|Utils?|Impl)$");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .that()
            .resideInAPackage("org.trialog..")
            .and(new DescribedPredicate<JavaClass>("are not package descriptions") {
                @Override
                public boolean test(JavaClass type) {
                    return !type.getSimpleName().equals("package-info");
                }
            })
            .should(NullMarkedPackages.haveOne());

    @ArchTest
    static final ArchRule nothingPrintsToStandardOutput = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(EVENTS, COMMAND, QUERY)
            .should(NullMarkedPackages.accessStandardOutput());
}
