package io.astrionix.musicmuse.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** Who runs this installation and answers for the data in it (A25); empty texts where nobody has said so yet. */
@ApplicationScoped
public class Operator {

    private Settings settings;

    public Operator() {} // required by the proxy

    @Inject
    public Operator(Settings settings) {
        this.settings = settings;
    }

    public String getName() {
        return settings.text(Setting.OPERATOR_NAME).orElse("");
    }

    /** An email address. */
    public String getContact() {
        return settings.text(Setting.OPERATOR_CONTACT).orElse("");
    }

    /** Where the data goes (R65). */
    public String getCountry() {
        return settings.text(Setting.OPERATOR_COUNTRY).orElse("");
    }

    /** Whether strangers may make accounts: only where they can be told to whom they give their data. */
    public boolean isRegistrationOpen() {
        boolean known = Stream.of(
                        Setting.OPERATOR_NAME, Setting.OPERATOR_CONTACT, Setting.OPERATOR_COUNTRY, Setting.SITE_ORIGIN)
                .allMatch(setting -> settings.text(setting).isPresent());
        return known && settings.open(Setting.REGISTRATION);
    }
}
