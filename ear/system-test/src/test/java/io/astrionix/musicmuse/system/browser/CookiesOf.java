package io.astrionix.musicmuse.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.astrionix.musicmuse.server.RunningMusicMuse;
import io.astrionix.musicmuse.system.Visitor;

/** The cookies of somebody who signed in without a browser, for a browser: so that it need not sign in itself. */
final class CookiesOf {

    private final String header;
    private final String site;

    private CookiesOf(String header, String site) {
        this.header = header;
        this.site = site;
    }

    static CookiesOf visitor(Visitor visitor, RunningMusicMuse musicMuse) {
        return new CookiesOf(visitor.cookieHeader(), musicMuse.baseUri().toString());
    }

    /** A cookie with the prefix __Host- must come without a domain, which only the developer tools can do. */
    void giveTo(BrowserContext context, Page page) {
        if (header.isEmpty()) {
            return;
        }
        var devtools = context.newCDPSession(page);
        for (var cookie : header.split("; ")) {
            var parts = cookie.split("=", 2);
            var set = new JsonObject();
            set.addProperty("name", parts[0]);
            set.addProperty("value", parts[1]);
            set.addProperty("url", site);
            set.addProperty("path", "/");
            set.addProperty("secure", true);
            set.addProperty("httpOnly", true);
            assertThat(devtools.send("Network.setCookie", set).get("success").getAsBoolean())
                    .isTrue();
        }
    }
}
