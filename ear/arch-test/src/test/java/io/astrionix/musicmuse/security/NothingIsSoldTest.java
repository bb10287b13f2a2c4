package io.astrionix.musicmuse.security;

import static io.astrionix.musicmuse.security.Checkout.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.astrionix.musicmuse.datamap.Purpose;
import io.astrionix.musicmuse.datamap.Recipient;
import io.astrionix.musicmuse.shared.Setting;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nothing is sold or shared for advertising (R76), by the way it is built: there is no switch for it, nobody whom it could go
 * to, and no purpose it could have. Whoever adds one has to change this test, and with it owes an opt-out link on every
 * page and an answer to the Sec-GPC header.
 */
@Tag("R30")
@Tag("R76")
class NothingIsSoldTest {

    private static final String SALE = "(?i).*(sell|sale|advert|marketing.?partner|broker|tracking).*";

    @Test
    void no_setting_turns_a_sale_on() {
        assertThat(Setting.values()).noneMatch(setting -> setting.key().matches(SALE));
    }

    /** A seventh recipient is a decision about this. */
    @Test
    void data_has_no_recipient_who_buys_it_and_no_purpose_that_sells_it() {
        assertThat(Recipient.values())
                .containsExactlyInAnyOrder(
                        Recipient.ORGANIZATION,
                        Recipient.GUARDIAN,
                        Recipient.STRIPE,
                        Recipient.AI_PROVIDER,
                        Recipient.MAIL_PROVIDER,
                        Recipient.HOSTING_PROVIDER);
        assertThat(Arrays.stream(Purpose.values()).map(Purpose::name)).noneMatch(name -> name.matches(SALE));
    }

    /** What leaves the server leaves it by the mail worker; no other class opens a way to another one. */
    @Test
    void no_code_talks_to_another_server_but_the_mail_worker() {
        assertThat(
                        findings(
                                Checkout.deliveredSources(),
                                "HttpClient\\.|HttpURLConnection|openConnection\\(|new Socket\\(|ClientBuilder\\.|Transport\\.send|getTransport\\("))
                .allMatch(found -> found.startsWith("Postman.java"));
    }
}
