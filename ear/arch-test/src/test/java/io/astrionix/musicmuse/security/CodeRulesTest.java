package io.astrionix.musicmuse.security;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.UUID;

/** What no delivered class uses. That all of them were read is seen to by {@code ArchitectureTest}. */
@AnalyzeClasses(packages = "io.astrionix.musicmuse", importOptions = ImportOption.DoNotIncludeTests.class)
class CodeRulesTest {

    /** Outside entities: what makes keys of rows, of mails and of lines in the log. */
    private static final String MAKING_KEYS =
            "OutboxRepository|PracticeConnection|AuditWriter|OneTimeTokens|SecondFactorChanges|ErasedIds"
                    + "|Quarantine|RunPlan|RunRepository";

    @ArchTest
    @ArchTag("ASVS-1.2.5")
    static final ArchRule no_command_of_the_operating_system = noClasses()
            .should()
            .callMethod(Runtime.class, "exec", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String[].class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder");

    @ArchTest
    @ArchTag("ASVS-1.3.2")
    @ArchTag("ASVS-1.3.7")
    static final ArchRule no_expression_and_no_template_is_made_at_run_time = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.el..", "javax.script..", "jdk.jshell.."))
            .orShould()
            .dependOnClassesThat(nameMatching(".*(FaceletContext|VelocityEngine|freemarker|mustache).*"));

    @ArchTest
    @ArchTag("ASVS-1.5.2")
    static final ArchRule no_bytes_become_objects = noClasses()
            .should()
            .dependOnClassesThat(nameMatching("java\\.io\\.ObjectInputStream|java\\.beans\\.XMLDecoder"))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson..", "org.yaml..", "org.snakeyaml.."));

    /** MusicXML is written, not read. A parser will have to come with its settings and a test of them. */
    @ArchTest
    @ArchTag("ASVS-1.5.1")
    static final ArchRule no_xml_is_parsed = noClasses()
            .should()
            .dependOnClassesThat(
                    nameMatching(
                            "(javax\\.xml\\.(parsers|transform|validation|xpath)\\..*|javax\\.xml\\.stream\\.XMLInputFactory|org\\.xml\\.sax\\..*|org\\.w3c\\.dom\\..*|jakarta\\.xml\\.bind\\..*)"));

    @ArchTest
    @ArchTag("ASVS-1.3.6")
    @ArchTag("ASVS-13.2.4")
    static final ArchRule nothing_calls_other_servers = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "jakarta.ws.rs.client.."))
            .orShould()
            .dependOnClassesThat(nameMatching("java\\.net\\.(Socket|DatagramSocket|(Http)?URLConnection|URL)"));

    @ArchTest
    @ArchTag("ASVS-11.5.1")
    static final ArchRule only_the_secure_generator = noClasses()
            .that()
            .resideOutsideOfPackage("io.astrionix.musicmuse.analysis..") // noise beneath the sound, the same each time
            .should()
            .dependOnClassesThat(nameMatching(
                    "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)|java\\.util\\.random\\..*"))
            .orShould()
            .callMethod(Math.class, "random");

    /** A random UUID has 122 random bits: good for the key of a row, too little for a secret. */
    @ArchTest
    @ArchTag("ASVS-11.5.1")
    static final ArchRule a_uuid_is_no_secret = noClasses()
            .that()
            .resideOutsideOfPackage("..entity..")
            .and(not(nameMatching(".*\\.(" + MAKING_KEYS + ")")))
            .should()
            .callMethod(UUID.class, "randomUUID");

    /** What a person started in a terminal speaks there; all else goes to the server's log. */
    @ArchTest
    static final ArchRule nothing_is_printed = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Command")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");
}
