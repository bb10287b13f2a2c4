package io.astrionix.musicmuse.inserver;

import io.astrionix.musicmuse.inserver.inside.InsideApplication;
import io.astrionix.musicmuse.inserver.inside.roles.Caller;
import io.astrionix.musicmuse.server.AuthenticatorCode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The EAR that Maven built, with one more web module that holds the tests: nothing of the application is listed class by
 * class, so nothing can be forgotten. Deployed once for all subclasses ({@link OneDeploymentExtension}).
 */
@ArquillianTest
@ExtendWith(RunInsideApplication.class)
abstract class Deployed {

    /** The list of all EJBs, which {@link EjbRolesIT} reads in the server. */
    static final String ACCESS_PAGE = "access-ejb.md";

    private static final String TESTS = "tests.war";

    @Deployment
    static EnterpriseArchive applicationWithTests() {
        var ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("musicmuse.ear")));
        var tests = ShrinkWrap.create(WebArchive.class, TESTS)
                .addPackage(Deployed.class.getPackage())
                .addAsResource(new File(System.getProperty("musicmuse.docs"), ACCESS_PAGE), ACCESS_PAGE)
                .addClass(AuthenticatorCode.class)
                .addAsLibraries(
                        library("org.assertj.core.api.Assertions"), library("com.icegreen.greenmail.util.GreenMail"))
                .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode=\"all\"/>"), "beans.xml");
        ear.getAsType(JavaArchive.class, "/ejb-module.jar")
                .addPackage(InsideApplication.class.getPackage())
                .addPackage(Caller.class.getPackage());
        return ear.setApplicationXML(new StringAsset(withModule(applicationXml(ear))))
                .addAsModule(Testable.archiveToTest(tests));
    }

    private static String applicationXml(EnterpriseArchive ear) {
        try (var in = ear.get("META-INF/application.xml").getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withModule(String applicationXml) {
        var module = "<module><web><web-uri>" + TESTS + "</web-uri><context-root>/tests</context-root></web></module>";
        var last = "</module>";
        int end = applicationXml.lastIndexOf(last) + last.length();
        return applicationXml.substring(0, end) + module + applicationXml.substring(end);
    }

    private static JavaArchive library(String className) {
        try {
            var source = Class.forName(className)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation();
            return ShrinkWrap.createFromZipFile(JavaArchive.class, new File(source.toURI()));
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
