package io.astrionix.musicmuse.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.AllowedModuleDependencies.allow;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Who may import whom: the rules of docs/architecture.md over the compiled classes of all modules. */
@AnalyzeClasses(packages = "io.astrionix.musicmuse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Fewer classes than this mean that a module was not read, and the other rules prove nothing. */
    private static final int CLASSES_AT_LEAST = 120;

    private static final int INJECTIONS_AT_MOST = 5;

    @ArchTest
    static void all_modules_were_read(JavaClasses classes) {
        assertTrue(
                classes.size() >= CLASSES_AT_LEAST,
                () -> "only " + classes.size() + " classes read, expected at least " + CLASSES_AT_LEAST);
        for (var module : new String[] {"analysis", "shared", "accounts", "lessons", "practice", "batch", "web"}) {
            assertTrue(
                    classes.stream().anyMatch(c -> c.getPackageName().startsWith("io.astrionix.musicmuse." + module)),
                    () -> "no class of " + module + " was read");
        }
    }

    @ArchTest
    static final ArchRule contexts_use_only_what_they_declare = modules()
            .definedByPackages("io.astrionix.musicmuse.(*)..")
            .should()
            .respectTheirAllowedDependencies(
                    allow().fromModule("shared")
                            .toModules("datamap", "health")
                            .fromModule("audit")
                            .toModules("shared", "datamap")
                            .fromModule("retention")
                            .toModules("shared", "datamap", "health", "audit", "notification")
                            .fromModule("billing")
                            .toModules("shared", "datamap")
                            .fromModule("privacy")
                            .toModules("shared", "datamap", "audit", "limits", "notification")
                            .fromModule("limits")
                            .toModules("shared", "datamap", "audit")
                            .fromModule("notification")
                            .toModules("shared", "datamap", "audit")
                            .fromModule("accounts")
                            .toModules("shared", "datamap", "audit", "limits", "privacy", "notification")
                            .fromModule("support")
                            .toModules("shared", "datamap", "audit", "limits", "notification", "accounts")
                            .fromModule("lessons")
                            .toModules("shared", "analysis")
                            .fromModule("practice")
                            .toModules("shared", "datamap", "audit", "limits", "privacy", "lessons", "analysis")
                            .fromModule("legal")
                            .toModules("shared", "datamap", "audit", "notification", "accounts", "privacy")
                            .fromModule("erasure")
                            .toModules("shared", "datamap", "audit", "notification", "retention", "privacy", "accounts")
                            .fromModule("batch")
                            .toModules(
                                    "shared",
                                    "audit",
                                    "privacy",
                                    "notification",
                                    "accounts",
                                    "practice",
                                    "retention",
                                    "erasure",
                                    "legal")
                            .fromModule("web")
                            .toModules(
                                    "shared",
                                    "datamap",
                                    "health",
                                    "analysis",
                                    "audit",
                                    "limits",
                                    "privacy",
                                    "retention",
                                    "notification",
                                    "accounts",
                                    "support",
                                    "lessons",
                                    "practice",
                                    "legal",
                                    "erasure"),
                    consideringOnlyDependenciesInAnyPackage("io.astrionix.musicmuse.."));

    @ArchTest
    static final ArchRule contexts_meet_only_at_the_boundary = modules()
            .definedByPackages("io.astrionix.musicmuse.(*)..")
            .should()
            .onlyDependOnEachOtherThroughClassesThat(are(resideInAnyPackage(
                    "..boundary..",
                    "io.astrionix.musicmuse.shared..",
                    "io.astrionix.musicmuse.datamap..",
                    "io.astrionix.musicmuse.health..",
                    "io.astrionix.musicmuse.analysis..")));

    @ArchTest
    static final ArchRule contexts_form_no_cycle =
            slices().matching("io.astrionix.musicmuse.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule analysis_is_plain_java = classes()
            .that()
            .resideInAPackage("io.astrionix.musicmuse.analysis..")
            .and()
            .resideOutsideOfPackage("io.astrionix.musicmuse.analysis.cli..") // reads files
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..", "java.util..", "java.io..", "io.astrionix.musicmuse.analysis..", "be.tarsos.dsp..");

    @ArchTest
    static final ArchRule the_command_line_reads_files_and_is_plain_java_too = classes()
            .that()
            .resideInAPackage("io.astrionix.musicmuse.analysis.cli..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.io..",
                    "java.nio..",
                    "javax.sound..",
                    "io.astrionix.musicmuse.analysis..");

    @ArchTest
    static final ArchRule the_server_does_not_reach_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage("io.astrionix.musicmuse.analysis.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.astrionix.musicmuse.analysis.cli..", "javax.sound..");

    @ArchTest
    static final ArchRule tarsos_stays_in_its_package = noClasses()
            .that()
            .resideOutsideOfPackage("io.astrionix.musicmuse.analysis.tarsos..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("be.tarsos..");

    @ArchTest
    static final ArchRule only_control_and_migration_touch_the_database = noClasses()
            .that()
            .resideOutsideOfPackages("..control..", "io.astrionix.musicmuse.shared..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.persistence.EntityManager")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..");

    @ArchTest
    static final ArchRule every_ejb_says_who_may_call_it = classes()
            .that()
            .areAnnotatedWith(Stateless.class)
            .or()
            .areAnnotatedWith(Singleton.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule faces_stays_in_the_web_module = noClasses()
            .that()
            .resideOutsideOfPackage("io.astrionix.musicmuse.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "jakarta.websocket..", "org.primefaces..");

    @ArchTest
    static final ArchRule only_batch_purges = noClasses()
            .that()
            .resideOutsideOfPackages("io.astrionix.musicmuse.batch..", "io.astrionix.musicmuse.retention..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("RetentionWork");

    @ArchTest
    static final ArchRule only_retention_and_erasure_end_audit_entries = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.astrionix.musicmuse.retention..",
                    "io.astrionix.musicmuse.erasure..",
                    "io.astrionix.musicmuse.audit..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("AuditRetention");

    @ArchTest
    static final ArchRule only_batch_writes_to_everybody = noClasses()
            .that()
            .resideOutsideOfPackages("io.astrionix.musicmuse.batch..", "io.astrionix.musicmuse.legal..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("LegalNoticeRun");

    @ArchTest
    static final ArchRule only_erasure_ends_accounts = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.astrionix.musicmuse.erasure..",
                    "io.astrionix.musicmuse.accounts..",
                    "io.astrionix.musicmuse.notification..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("AccountEnding")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("WaitingMails")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("AccountRestriction")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("IdleAccounts");

    @ArchTest
    static final ArchRule only_batch_talks_to_the_job_operator = noClasses()
            .that()
            .resideOutsideOfPackage("io.astrionix.musicmuse.batch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.batch..");

    @ArchTest
    static final ArchRule no_class_of_a_server = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.jboss..", "org.wildfly..", "fish.payara..", "org.glassfish.."));

    @ArchTest
    static final ArchRule backing_beans_stay_small =
            classes().that().haveSimpleNameEndingWith("Backing").should(haveFewInjections());

    @ArchTest
    @ArchTag("ASVS-15.3.3")
    static final ArchRule entities_stay_inside_their_context = noClasses()
            .that(are(not(resideInAnyPackage("..entity..", "..control..", "..boundary.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.astrionix.musicmuse.*.entity..");

    private static ArchCondition<JavaClass> haveFewInjections() {
        return new ArchCondition<>("have at most " + INJECTIONS_AT_MOST + " injections") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                long injections = bean.getFields().stream()
                        .filter(field -> field.isAnnotatedWith(Inject.class))
                        .count();
                events.add(new SimpleConditionEvent(
                        bean, injections <= INJECTIONS_AT_MOST, bean.getName() + " has " + injections));
            }
        };
    }
}
