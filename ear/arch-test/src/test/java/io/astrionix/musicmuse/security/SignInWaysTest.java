package io.astrionix.musicmuse.security;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.astrionix.musicmuse.accounts.boundary.SignInResult;
import io.astrionix.musicmuse.accounts.control.Passwords;
import io.astrionix.musicmuse.accounts.control.SignInCompletion;
import io.astrionix.musicmuse.accounts.control.SignIns;
import io.astrionix.musicmuse.accounts.entity.Account;
import io.astrionix.musicmuse.accounts.entity.SignInLevel;
import io.astrionix.musicmuse.web.shared.SignedIn;

/** The ways to sign in of docs/security.md, and that there is no other: each would have to be as strong as these. */
@AnalyzeClasses(packages = "io.astrionix.musicmuse", importOptions = ImportOption.DoNotIncludeTests.class)
class SignInWaysTest {

    @ArchTest
    @ArchTag("ASVS-6.3.4")
    static final ArchRule every_sign_in_begins_behind_the_same_last_step = noClasses()
            .that(not(nameMatching(".*\\.SignInCompletion")))
            .should()
            .callMethod(SignIns.class, "begin", Account.class, SignInLevel.class);

    /** Behind a password, and behind a second factor. */
    @ArchTest
    @ArchTag("ASVS-6.3.4")
    static final ArchRule two_ways_lead_to_the_last_step = noClasses()
            .that(not(nameMatching(".*\\.(SignInCompletion|SignInAdmission|SecondFactorService)")))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(SignInCompletion.class);

    @ArchTest
    @ArchTag("ASVS-6.3.4")
    static final ArchRule three_forms_put_a_sign_in_into_a_session = noClasses()
            .that(not(nameMatching(".*\\.(SignInBacking|SecondStepBacking|PasskeySignInBacking)")))
            .should()
            .callMethod(SignedIn.class, "begin", SignInResult.SignedIn.class);

    /** So no door lets guesses past the lanes. */
    @ArchTest
    @ArchTag("ASVS-6.3.4")
    @ArchTag("ASVS-6.3.1")
    static final ArchRule a_typed_password_is_looked_at_in_one_place = noClasses()
            .that(not(nameMatching(".*\\.(PasswordTry|Passwords)")))
            .should()
            .callMethod(Passwords.class, "matches", String.class, String.class);
}
