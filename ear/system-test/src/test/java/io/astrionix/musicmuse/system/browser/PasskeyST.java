package io.astrionix.musicmuse.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.astrionix.musicmuse.server.DemoAccount;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.SystemTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A passkey in Chromium's own virtual authenticator: made, used to sign in without a password, and removed. */
@SystemTest
@Tag("R70")
class PasskeyST {

    private final RunningMusicMuse musicMuse;

    PasskeyST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @BeforeAll
    static void a_browser() {
        Chromium.required();
    }

    /** Other tests sign the demo guardian in with the password alone. */
    @AfterEach
    void no_passkey_is_left() throws SQLException {
        guardians("delete from musicmuse.passkey");
    }

    @Test
    @Tag("ASVS-6.3.3")
    void a_passkey_signs_in_alone_until_it_is_removed() {
        try (var chromium = Chromium.withoutMicrophone()) {
            var page = pageWithAuthenticator(chromium.context(1280));
            var errors = errorsOf(page);
            addPasskey(page);

            signOut(page);
            signInWithPasskey(page);
            page.waitForURL(url -> url.contains("/account/second-factor.xhtml"));
            assertThat(page.textContent(".mm-account-name")).isEqualTo("Demo Guardian");

            page.click("#passkeys button[id$=remove]");
            page.waitForSelector(
                    "#passkeys >> text=The test's laptop",
                    new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
            signOut(page);
            signInWithPasskey(page);
            page.waitForSelector("text=That passkey does not open this site");
            assertThat(errors).isEmpty();
        }
    }

    @Test
    @Tag("ASVS-7.5.1")
    void a_passkey_confirms_who_it_is_and_is_the_second_step_of_no_other_account() throws SQLException {
        try (var chromium = Chromium.withoutMicrophone()) {
            var page = pageWithAuthenticator(chromium.context(1280));
            var errors = errorsOf(page);
            addPasskey(page);

            guardians("update musicmuse.sign_in set credential_confirmed_at = now() - interval '10 minutes'");
            page.navigate(site("account/email.xhtml"));
            page.waitForURL(url -> url.contains("/account/confirm.xhtml"));
            page.click("#passkey [data-passkey-start]");
            page.waitForURL(url -> url.endsWith("/account/email.xhtml"));

            signOut(page);
            typePassword(page, musicMuse.demo("GUARDIAN"));
            page.waitForURL(url -> url.contains("/signin-code.xhtml"));
            page.click("#passkey [data-passkey-start]");
            page.waitForURL(url -> url.contains("/account/second-factor.xhtml"));

            signOut(page);
            typePassword(page, musicMuse.demo("SUPPORT"));
            page.waitForURL(url -> url.contains("/signin-code.xhtml"));
            page.click("#passkey [data-passkey-start]");
            page.waitForSelector("text=That passkey does not belong to this account");
            page.navigate(site("account/security.xhtml"));
            assertThat(page.url()).contains("/signin.xhtml");
            assertThat(errors).isEmpty();
        }
    }

    private void addPasskey(Page page) {
        typePassword(page, musicMuse.demo("GUARDIAN"));
        page.waitForURL(url -> url.contains("/account/second-factor.xhtml"));
        page.fill("[id='passkey:name']", "The test's laptop");
        page.click("#passkey [data-passkey-start]");
        page.waitForSelector("text=The test's laptop");
    }

    private void typePassword(Page page, DemoAccount account) {
        page.navigate(site("signin.xhtml?next=/account/second-factor.xhtml"));
        page.fill("[id='signIn:email']", account.email());
        page.fill("input[id*='signIn:password']", account.password());
        page.click("[id='signIn:submit']");
    }

    /** Something done to the demo guardian's rows behind the application's back. */
    private void guardians(String command) throws SQLException {
        try (var connection = musicMuse.database().connect();
                var statement = connection.prepareStatement(
                        command + " where account_id = (select id from musicmuse.account where email = ?)")) {
            statement.setString(1, musicMuse.demo("GUARDIAN").email());
            statement.executeUpdate();
        }
    }

    private void signInWithPasskey(Page page) {
        page.navigate(site("signin.xhtml?next=/account/second-factor.xhtml"));
        page.click("#passkey [data-passkey-start]");
    }

    private static void signOut(Page page) {
        page.click("[id='account:signOut']");
        page.waitForSelector(
                "[id='account:signOut']", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    private String site(String path) {
        return musicMuse.baseUri().resolve(path).toString();
    }

    private static List<String> errorsOf(Page page) {
        var errors = new ArrayList<String>();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                errors.add(message.text());
            }
        });
        return errors;
    }

    private static Page pageWithAuthenticator(BrowserContext context) {
        var page = context.newPage();
        var devtools = context.newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", arguments);
        return page;
    }
}
