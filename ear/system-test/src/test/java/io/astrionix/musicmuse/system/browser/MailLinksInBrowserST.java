package io.astrionix.musicmuse.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.astrionix.musicmuse.notification.boundary.MailTemplate;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Mailbox;
import io.astrionix.musicmuse.system.SystemTest;
import io.astrionix.musicmuse.system.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links of mails in a real browser, which says by itself where a form comes from, and whose users click twice. */
@SystemTest
class MailLinksInBrowserST {

    private static final String NEW_PASSWORD = "lantern quartz meadow ferry";

    private final RunningMusicMuse musicMuse;

    MailLinksInBrowserST(RunningMusicMuse musicMuse) {
        this.musicMuse = musicMuse;
    }

    @BeforeAll
    static void chromium() {
        Chromium.required();
    }

    @Test
    @Tag("ASVS-3.5.1")
    void a_new_password_and_a_new_email_by_their_links_with_a_double_click_each() {
        try (var chromium = Chromium.withoutMicrophone();
                var context = chromium.context(1280)) {
            var page = context.newPage();
            var account = musicMuse.demo("GUARDIAN");
            Visitor.stranger(musicMuse)
                    .submit("reset.xhtml", "reset", "reset:submit", Map.of("reset:email", account.email()));
            open(page, Mailbox.pathFor(musicMuse, account.email(), MailTemplate.PASSWORD_RESET));
            page.fill("[id='reset:newPassword']", NEW_PASSWORD);
            page.dblclick("[id='reset:submit']");
            page.waitForSelector("text=Please sign in with the new password");
            signIn(page, account.email(), NEW_PASSWORD);
            assertThat(page.textContent(".mm-account-name")).isEqualTo("Demo Guardian");

            var moved = "moved@guardian.example";
            changeEmail(page, moved);
            changeEmail(page, account.email());
            open(page, "account/password.xhtml");
            page.fill("[id='password:current']", NEW_PASSWORD);
            page.fill("[id='password:newPassword']", account.password());
            page.click("[id='password:submit']");
            page.waitForSelector("text=Your password is changed");
        }
    }

    private void changeEmail(Page page, String email) {
        open(page, "account/email.xhtml");
        page.fill("[id='email:email']", email);
        page.click("[id='email:submit']");
        page.waitForSelector("text=" + email);
        open(page, Mailbox.pathFor(musicMuse, email, MailTemplate.CONFIRM_NEW_EMAIL));
        page.dblclick("[id='confirm:submit']");
        page.waitForSelector("p[role=status]");
        open(page, "account/security.xhtml");
        page.waitForSelector("text=" + email);
    }

    private void signIn(Page page, String email, String password) {
        open(page, "signin.xhtml");
        page.fill("[id='signIn:email']", email);
        page.fill("[id='signIn:password']", password);
        page.click("[id='signIn:submit']");
        page.waitForSelector(".mm-account-name");
    }

    private void open(Page page, String path) {
        page.navigate(musicMuse.baseUri().resolve(path).toString());
    }
}
