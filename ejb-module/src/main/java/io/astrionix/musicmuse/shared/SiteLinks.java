package io.astrionix.musicmuse.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Links for mails. They begin with the configured origin, never with what a request said of its host. */
@ApplicationScoped
public class SiteLinks {

    private Settings settings;

    public SiteLinks() {} // required by the proxy

    @Inject
    public SiteLinks(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param path of a page, such as "/signin.xhtml"
     * @throws IllegalStateException if the site's origin is not set
     */
    public String to(String path) {
        return settings.text(Setting.SITE_ORIGIN)
                        .orElseThrow(() -> new IllegalStateException(
                                Setting.SITE_ORIGIN.variable() + " is not set: no mail can hold a link"))
                + path;
    }

    /** @param token of characters that need no escaping ({@link SecretToken}) */
    public String to(String path, String token) {
        return to(path) + "?token=" + token;
    }
}
